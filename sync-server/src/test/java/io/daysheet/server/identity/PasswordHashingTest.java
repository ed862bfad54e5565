package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final PasswordHashing hashing = new PasswordHashing();

  @Test
  void itIsArgon2idWithTheParametersOfOwaspAndASaltOfItsOwn() {
    String hash = hashing.hash("blaues Fahrrad im Regen");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashing.hash("blaues Fahrrad im Regen")).isNotEqualTo(hash);
    assertThat(hashing.isOutdated(hash)).isFalse();
    assertThat(hashing.matches("blaues Fahrrad im Regen", Optional.of(hash))).isTrue();
    assertThat(hashing.matches("blaues Fahrrad im Regen ", Optional.of(hash))).isFalse();
  }

  /// Counted in memory, of which Argon2 fills 19 MiB each time: a clock would measure the machine's
  /// other work.
  @Test
  void nobodysPasswordIsAsMuchWorkAsSomebodys() {
    Optional<String> known = Optional.of(hashing.hash("blaues Fahrrad im Regen"));
    long somebodys = work(known);
    assertThat(somebodys).isGreaterThan(19 << 20);
    assertThat(work(Optional.empty())).isCloseTo(somebodys, withinPercentage(5));
  }

  private long work(Optional<String> hash) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(hashing.matches("wrong", hash)).isFalse();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
