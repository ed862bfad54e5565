package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

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

  @Test
  void nobodysPasswordTakesAsLongAsSomebodys() {
    Optional<String> known = Optional.of(hashing.hash("blaues Fahrrad im Regen"));
    long unknown = median(Optional.empty());
    assertThat(unknown).isBetween(median(known) / 3, median(known) * 3);
  }

  private long median(Optional<String> hash) {
    return LongStream.range(0, 7)
        .map(_ -> {
          long before = System.nanoTime();
          assertThat(hashing.matches("wrong", hash)).isFalse();
          return System.nanoTime() - before;
        })
        .sorted()
        .skip(3)
        .findFirst()
        .orElseThrow();
  }
}
