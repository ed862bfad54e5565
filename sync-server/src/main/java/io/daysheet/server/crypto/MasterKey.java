package io.daysheet.server.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.AesGcmParameters.Variant;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key of the keys: it wraps the data keys and encrypts nothing else. It never is in the
/// database.
///
/// @param name says which one it is, and tells nothing of it
/// @param aead wraps and unwraps: with the key at hand, or by asking a key management system that
///   never gives it away
/// @param isElsewhere it is in such a system, which may be out of reach
public record MasterKey(String name, Aead aead, boolean isElsewhere) {

  static final int BYTES = 32;

  /// From the key itself.
  @AccessesPartialKey
  static MasterKey of(byte[] key) {
    try {
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(BYTES)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(Variant.NO_PREFIX)
              .build();
      AesGcmKey aes =
          AesGcmKey.builder()
              .setParameters(parameters)
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build();
      KeysetHandle handle =
          KeysetHandle.newBuilder()
              .setConfiguration(AeadConfig2026.get())
              .addEntry(KeysetHandle.importKey(aes).withFixedId(1).makePrimary())
              .build();
      return new MasterKey(name(key), handle.getPrimitive(AeadConfig2026.get(), Aead.class), false);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String name(byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] hash = mac.doFinal("the name of this master key".getBytes(StandardCharsets.UTF_8));
    return "key-" + HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
  }

  /// Not the key.
  @Override
  public String toString() {
    return name;
  }
}
