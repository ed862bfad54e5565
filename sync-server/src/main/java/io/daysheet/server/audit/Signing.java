package io.daysheet.server.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/// Ed25519, as the JDK has it.
final class Signing {

  static final String ALGORITHM = "Ed25519";

  private static final HexFormat HEX = HexFormat.of();

  private Signing() {}

  /// Of a hash; both are hexadecimal digits.
  static String sign(PrivateKey key, String hash) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(HEX.parseHex(hash));
      return HEX.formatHex(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static boolean verifies(PublicKey key, String hash, String signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(HEX.parseHex(hash));
      return check.verify(HEX.parseHex(signature));
    } catch (SignatureException | IllegalArgumentException notEvenOne) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// What a key is called: the begin of its hash.
  static String id(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HEX.formatHex(digest, 0, 8);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// @throws IllegalArgumentException if these are no such key
  static PublicKey publicKey(byte[] x509) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509));
    } catch (GeneralSecurityException notOne) {
      throw new IllegalArgumentException("not an Ed25519 key in X.509", notOne);
    }
  }
}
