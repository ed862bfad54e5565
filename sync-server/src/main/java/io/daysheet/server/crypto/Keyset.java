package io.daysheet.server.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.HmacPrfParameters.HashType;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The keys of one purpose: one that writes, and perhaps others that still read.
///
/// @param aead null if the purpose doesn't encrypt
/// @param prfs null if it does
record Keyset(Purpose purpose, KeysetHandle handle, @Nullable Aead aead, @Nullable PrfSet prfs) {

  static Keyset of(Purpose purpose, KeysetHandle handle) {
    try {
      return purpose.encrypts()
          ? new Keyset(
              purpose,
              handle,
              JdkAesGcm.of(handle, handle.getPrimitive(configuration(purpose), Aead.class)),
              null)
          : new Keyset(
              purpose, handle, null, handle.getPrimitive(configuration(purpose), PrfSet.class));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Configuration configuration(Purpose purpose) {
    return purpose.encrypts() ? AeadConfig2026.get() : PrfConfig2026.get();
  }

  /// With one key, just made.
  static Keyset make(Purpose purpose) {
    try {
      return of(
          purpose,
          KeysetHandle.newBuilder()
              .setConfiguration(configuration(purpose))
              .addEntry(newKey(purpose).makePrimary())
              .build());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KeysetHandle.Builder.Entry newKey(Purpose purpose)
      throws GeneralSecurityException {
    Parameters parameters =
        purpose.encrypts()
            ? PredefinedAeadParameters.AES256_GCM
            : HmacPrfParameters.builder().setKeySizeBytes(32).setHashType(HashType.SHA256).build();
    return KeysetHandle.generateEntryFromParameters(parameters).withRandomId();
  }

  int writingKey() {
    return handle.getPrimary().getId();
  }

  boolean has(int keyId) {
    return ids().anyMatch(id -> id == keyId);
  }

  IntStream oldKeys() {
    return ids().filter(id -> id != writingKey());
  }

  private IntStream ids() {
    return IntStream.range(0, handle.size()).map(i -> handle.getAt(i).getId());
  }

  /// With one more key, which only reads.
  Keyset withNewKey() throws GeneralSecurityException {
    return of(
        purpose,
        KeysetHandle.newBuilder(handle)
            .setConfiguration(configuration(purpose))
            .addEntry(newKey(purpose))
            .build());
  }

  /// The newest key writes.
  Keyset writingWithTheNewest() throws GeneralSecurityException {
    var next = KeysetHandle.newBuilder(handle).setConfiguration(configuration(purpose));
    next.getAt(next.size() - 1).makePrimary();
    return of(purpose, next.build());
  }

  /// Without the keys that only read.
  Keyset withoutOldKeys() throws GeneralSecurityException {
    var next = KeysetHandle.newBuilder(handle).setConfiguration(configuration(purpose));
    for (int i = next.size() - 1; i >= 0; i--) {
      if (!next.getAt(i).isPrimary()) {
        next.deleteAt(i);
      }
    }
    return of(purpose, next.build());
  }

  byte[] wrappedBy(MasterKey master) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          handle, master.aead(), bound(purpose), configuration(purpose));
    } catch (GeneralSecurityException failed) {
      throw unusable(master);
    }
  }

  static Keyset unwrap(Purpose purpose, byte[] wrapped, MasterKey master) {
    try {
      return of(
          purpose,
          TinkProtoKeysetFormat.parseEncryptedKeyset(
              wrapped, master.aead(), bound(purpose), configuration(purpose)));
    } catch (GeneralSecurityException failed) {
      throw unusable(master);
    }
  }

  private static byte[] bound(Purpose purpose) {
    return ("data_key:" + purpose).getBytes(StandardCharsets.UTF_8);
  }

  private static KeyTrouble unusable(MasterKey master) {
    if (master.isElsewhere()) {
      return new KeyTrouble(
          "master-key-unusable",
          "the key management system does not wrap or unwrap the data keys with " + master + ".",
          "If it is out of reach, start again later. If it is not, restore the database from the"
              + " backup that this key is of.");
    }
    return new KeyTrouble(
        "master-key-wrong",
        "the master key " + master + " does not fit the data keys in the database.",
        "Restore the master key and the database from the same backup.");
  }

  /// Not the keys.
  @Override
  public String toString() {
    return purpose + " " + writingKey();
  }
}
