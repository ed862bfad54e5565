package io.daysheet.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Allowance allowance = new Allowance(Rate.of("2/s, 5 at once"), time());

  @Test
  void soManyAtOnceAndThenAsTheyGrowBack() {
    for (int each = 0; each < 5; each++) {
      assertThat(allowance.take("a")).isZero();
    }
    assertThat(allowance.take("a")).isEqualTo(1);
    nanos.addAndGet(500_000_000);
    assertThat(allowance.take("a")).isZero();
    assertThat(allowance.take("a")).isEqualTo(1);
  }

  @Test
  void whoHasUsedTheirsUpTakesNothingFromOthers() {
    for (int each = 0; each < 100; each++) {
      allowance.take("a");
    }
    assertThat(allowance.take("b")).isZero();
  }

  @Test
  void manyStrangersDontFillTheMemory() {
    for (int each = 0; each < 250_000; each++) {
      allowance.take("stranger-" + each);
    }
    assertThat(allowance.size()).isLessThanOrEqualTo(100_000);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          192.0.2.7,            192.0.2.7
          2001:db8:1:2:3:4:5:6, 20010db800010002
          2001:db8:1:2::9,      20010db800010002
          2001:db8:1:3::9,      20010db800010003
          fe80::1%eth0,         fe80000000000000
          ::1,                  0000000000000000
          nonsense:,            nonsense:
          """)
  void anIpv6NetworkIsOne(String address, String one) {
    assertThat(NetworkAddress.of(address)).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "20/s", "0/s, 1 at once", "1/s, 0 at once", "-1/s, 5 at once"})
  void aRateThatMakesNoSenseIsRefused(String text) {
    assertThatThrownBy(() -> Rate.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private TimeMeter time() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.get();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
