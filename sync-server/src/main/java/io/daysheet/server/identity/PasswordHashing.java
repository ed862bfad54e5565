package io.daysheet.server.identity;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with 19 MiB and two passes, the least that OWASP's Password Storage Cheat Sheet asks
/// for. As many at once as there are processors: else a flood of sign-ins would take all memory.
///
/// A password is brought into one form first (NFKC, as NIST SP 800-63B says): an accent is typed in
/// one way here and in another there.
@Component
class PasswordHashing {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  /// Who waits longer for a processor is told to come again.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final Semaphore processors =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final String nobodys = argon2.encode(UUID.randomUUID().toString());

  String hash(String password) {
    return inTurn(() -> argon2.encode(normalized(password)));
  }

  /// Takes the same time whether or not there is a hash.
  boolean matches(String password, Optional<String> hash) {
    boolean right = inTurn(() -> argon2.matches(normalized(password), hash.orElse(nobodys)));
    return right && hash.isPresent();
  }

  /// Made with weaker parameters than today's: to be made again when the password is typed.
  boolean isOutdated(String hash) {
    return argon2.upgradeEncoding(hash);
  }

  static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!processors.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new PasswordsBusy();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PasswordsBusy();
    }
    try {
      return work.get();
    } finally {
      processors.release();
    }
  }
}
