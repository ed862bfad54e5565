package io.daysheet.server.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Encrypts single values for their row and column, and reads them again. What comes out names its
/// key and is 33 bytes longer than what went in: its length is no secret.
@Component
public final class FieldCipher {

  private final DataKeys keys;

  FieldCipher(DataKeys keys) {
    this.keys = keys;
  }

  public byte[] encrypt(EncryptedField field, Object row, String text) {
    return encrypt(field, row, text.getBytes(StandardCharsets.UTF_8));
  }

  public byte @Nullable [] encryptIfThere(EncryptedField field, Object row, @Nullable String text) {
    return text == null ? null : encrypt(field, row, text);
  }

  /// For what is no text.
  public byte[] encrypt(EncryptedField field, Object row, byte[] value) {
    try {
      return keys.aead(field.purpose()).encrypt(value, field.associatedData(row));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Reads what was encrypted.
  ///
  /// @throws UnreadableRecord if it was not encrypted for this row and column
  public String decrypt(EncryptedField field, Object row, byte[] encrypted) {
    return new String(decryptBytes(field, row, encrypted), StandardCharsets.UTF_8);
  }

  public @Nullable String decryptIfThere(
      EncryptedField field, Object row, byte @Nullable [] encrypted) {
    return encrypted == null ? null : decrypt(field, row, encrypted);
  }

  /// For what is no text.
  ///
  /// @throws UnreadableRecord if it was not encrypted for this row and column
  public byte[] decryptBytes(EncryptedField field, Object row, byte[] encrypted) {
    byte[] bound = field.associatedData(row);
    Aead aead = keys.aead(field.purpose());
    try {
      return aead.decrypt(encrypted, bound);
    } catch (GeneralSecurityException notReadable) {
      return decryptWithNewerKeys(field, row, encrypted, bound);
    }
  }

  /// Another node may have begun to use a key that this one has not read yet.
  private byte[] decryptWithNewerKeys(
      EncryptedField field, Object row, byte[] encrypted, byte[] bound) {
    if (!keys.has(field.purpose(), KeyId.of(encrypted))) {
      keys.refresh();
      if (keys.has(field.purpose(), KeyId.of(encrypted))) {
        try {
          return keys.aead(field.purpose()).decrypt(encrypted, bound);
        } catch (GeneralSecurityException notReadable) {
          throw new UnreadableRecord(field, row);
        }
      }
    }
    throw new UnreadableRecord(field, row);
  }
}
