package io.daysheet.desktop.remote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// What proves that who exchanges a code is who began the sign-in (RFC 7636), and the random texts
/// that belong to one sign-in.
///
/// @param verifier what only this desk knows until the code is exchanged
/// @param challenge what the browser carries to the server: the verifier's SHA-256
/// @param state what the browser has to bring back, or the answer is not to this sign-in
/// @param nonce what an identity token, if there is one, has to name
record Pkce(String verifier, String challenge, String state, String nonce) {

  private static final int BYTES = 32;

  static Pkce fresh(SecureRandom random) {
    String verifier = text(random);
    return new Pkce(verifier, challenge(verifier), text(random), text(random));
  }

  static String challenge(String verifier) {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never); // every Java has it
    }
  }

  private static String text(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Nothing of it: it would end up in logs.
  @Override
  public String toString() {
    return "Pkce[]";
  }
}
