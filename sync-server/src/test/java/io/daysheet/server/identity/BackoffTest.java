package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final Instant NOW = Instant.parse("2030-03-12T07:00:00Z");
  private static final Tally NONE = new Tally(0, NOW, NOW);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1,  PT0S
          3,  PT0S
          4,  PT1S
          5,  PT2S
          8,  PT16S
          9,  PT32S
          10, PT15M
          11, PT30M
          12, PT1H
          13, PT1H
          40, PT1H
          """)
  void theWaitDoublesUpToTheLockOutAndThatUpToAnHour(int failures, Duration wait) {
    assertThat(failing(failures, TallyKey.OF_ONE).lockedUntil()).isEqualTo(NOW.plus(wait));
  }

  @Test
  void aWholeHospitalBehindOneAddressHasTwentyFree() {
    assertThat(failing(20, TallyKey.OF_MANY).isLocked(NOW)).isFalse();
    assertThat(failing(21, TallyKey.OF_MANY).isLocked(NOW)).isTrue();
    assertThat(failing(30, TallyKey.OF_MANY).lockedUntil())
        .isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void oneFailureIsForgivenInItsTimeHoweverOftenSomebodyTries() {
    Tally tally = failing(12, TallyKey.OF_MANY);
    Instant now = NOW;
    for (int i = 0; i < 40; i++) {
      now = now.plusSeconds(30);
      tally = TallyKey.OF_MANY.failed(tally, now);
    }
    // forty more in twenty minutes, twenty forgiven
    assertThat(tally.failures()).isEqualTo(12 + 40 - 20);
  }

  @Test
  void whoComesBackAfterADayBeginsAnew() {
    Tally tally = failing(12, TallyKey.OF_ONE);
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    assertThat(TallyKey.OF_ONE.failed(tally, tomorrow)).isEqualTo(new Tally(1, tomorrow, tomorrow));
  }

  @Test
  void aClockThatWasSetBackForgivesNothing() {
    Tally tally = failing(5, TallyKey.OF_ONE);
    assertThat(TallyKey.OF_ONE.failed(tally, NOW.minusSeconds(7200)).failures()).isEqualTo(6);
  }

  @Test
  void addressesOfOneNetworkAreOne() {
    assertThat(TallyKey.address("2001:db8:1:2::1"))
        .isEqualTo(TallyKey.address("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(TallyKey.address("2001:db8:1:3::1"));
    assertThat(TallyKey.address("10.0.0.1")).isNotEqualTo(TallyKey.address("10.0.0.2"));
    assertThat(TallyKey.address("not:an:address").text()).startsWith("address:");
  }

  private static Tally failing(int times, Backoff backoff) {
    Tally tally = NONE;
    for (int i = 0; i < times; i++) {
      tally = backoff.failed(tally, NOW);
    }
    return tally;
  }
}
