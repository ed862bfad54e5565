package io.daysheet.server.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a key that follows from a folder's name: servers on one folder have the same.
/// The nonce is always the same, which nobody but a test may do.
record TestCipher(Path folder) implements AuditCipher {

  @Override
  public byte[] encrypt(String column, String row, byte[] value) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, column + row).doFinal(value);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public byte[] decrypt(String column, String row, byte[] encrypted)
      throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, column + row).doFinal(encrypted);
  }

  private Cipher cipher(int mode, String bound) throws GeneralSecurityException {
    byte[] key = MessageDigest.getInstance("SHA-256").digest(bytes(folder.toString()));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, Arrays.copyOf(key, 12)));
    cipher.updateAAD(bytes(bound));
    return cipher;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
