package io.daysheet.server.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/// The codes of RFC 6238 as every authenticator makes them: six digits of HMAC-SHA-1, another one
/// each half minute. The one before and the one after are taken too: clocks differ, people type
/// slowly.
final class TimeCodes {

  static final int KEY_BYTES = 20;
  private static final int DRIFT = 1;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final SecureRandom random = new SecureRandom();

  byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  /// The half minute that the code belongs to; empty if it is wrong. Takes the same time for each.
  Optional<Long> step(byte[] key, String code, Instant now) {
    long present = now.getEpochSecond() / generator.getTimeStep().toSeconds();
    return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
        .filter(step -> isEqual(code(key, step), code))
        .boxed()
        .reduce((_, later) -> later);
  }

  String code(byte[] key, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key, generator.getAlgorithm()),
          Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds()));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
