package io.daysheet.server.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Secrets that this server makes itself: codes, tokens, the secrets of programs. Each has at least
/// 256 random bits, so SHA-256 hides it as well as a slow hash would, and costs nothing at each
/// request.
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static String make() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Compares a program's secret with the hash that is stored, in hex, in constant time.
  static final class Encoder implements PasswordEncoder {

    @Override
    public String encode(@Nullable CharSequence secret) {
      return HexFormat.of().formatHex(hash(Objects.requireNonNull(secret).toString()));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String stored) {
      return secret != null
          && stored != null
          && MessageDigest.isEqual(hash(secret.toString()), HexFormat.of().parseHex(stored));
    }
  }
}
