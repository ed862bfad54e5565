package io.daysheet.server.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-GCM as Tink writes it: the key's prefix, a nonce of twelve random bytes, the ciphertext, its
/// tag. It is written and read by the JDK's provider, which takes all nonces from one generator of
/// random numbers; what older keys wrote is read by Tink.
///
/// Tink makes a generator for each thread, and looks for another provider's classes in all the jars
/// each time. Here every request has a thread of its own: an eighth of a booking went into that,
/// and a search reads thousands of names.
final class JdkAesGcm implements Aead {

  private static final String ALGORITHM = "AES/GCM/NoPadding";

  /// In bytes, as Tink has them.
  private static final int NONCE = 12;

  private static final int TAG = 16;

  /// Asked for by name each time, it would be looked for among all providers each time.
  private static final Provider PROVIDER = provider();

  private final Aead tink;
  private final SecretKey key;
  private final byte[] prefix;

  // the key itself and its prefix: what is written with them is tried against Tink in the tests
  @AccessesPartialKey
  private JdkAesGcm(Aead tink, AesGcmKey key) {
    this.tink = tink;
    this.key =
        new SecretKeySpec(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), "AES");
    this.prefix = key.getOutputPrefix().toByteArray();
  }

  /// For the keys of a handle, whose first writes.
  static Aead of(KeysetHandle keys, Aead tink) {
    return keys.getPrimary().getKey() instanceof AesGcmKey key ? new JdkAesGcm(tink, key) : tink;
  }

  @Override
  public byte[] encrypt(byte[] plain, byte[] bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
    // without a nonce the provider makes one, new each time
    cipher.init(Cipher.ENCRYPT_MODE, key);
    cipher.updateAAD(bound);
    byte[] nonce = cipher.getIV();
    int begin = prefix.length + nonce.length;
    byte[] encrypted = Arrays.copyOf(prefix, begin + cipher.getOutputSize(plain.length));
    System.arraycopy(nonce, 0, encrypted, prefix.length, nonce.length);
    cipher.doFinal(plain, 0, plain.length, encrypted, begin);
    return encrypted;
  }

  /// What another key wrote is left to Tink, which knows them all.
  @Override
  public byte[] decrypt(byte[] encrypted, byte[] bound) throws GeneralSecurityException {
    int begin = prefix.length + NONCE;
    if (encrypted.length < begin || !isOurs(encrypted)) {
      return tink.decrypt(encrypted, bound);
    }
    Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
    cipher.init(
        Cipher.DECRYPT_MODE,
        key,
        new GCMParameterSpec(TAG * Byte.SIZE, encrypted, prefix.length, NONCE));
    cipher.updateAAD(bound);
    return cipher.doFinal(encrypted, begin, encrypted.length - begin);
  }

  private boolean isOurs(byte[] encrypted) {
    return Arrays.equals(encrypted, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance(ALGORITHM).getProvider();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
