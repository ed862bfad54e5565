package io.daysheet.server.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A key management system that knows every key `fake-kms://…`, found as a real one's Tink
/// extension is: by its file in `META-INF/services`. It can be out of reach.
public final class FakeKms implements KmsClient {

  static final AtomicBoolean OUT_OF_REACH = new AtomicBoolean();
  static final AtomicInteger ASKED = new AtomicInteger();

  @Override
  public boolean doesSupport(String key) {
    return key.startsWith("fake-kms://");
  }

  @Override
  public KmsClient withCredentials(String file) {
    return this;
  }

  @Override
  public KmsClient withDefaultCredentials() {
    return this;
  }

  @Override
  public Aead getAead(String key) throws GeneralSecurityException {
    if (key.endsWith("/forbidden")) {
      throw new GeneralSecurityException("not yours");
    }
    return new Inside(key);
  }

  /// Encrypts where the key is, as a request to the system does.
  private record Inside(String key) implements Aead {

    @Override
    public byte[] encrypt(byte[] plain, byte[] bound) throws GeneralSecurityException {
      return ask().encrypt(plain, bound);
    }

    @Override
    public byte[] decrypt(byte[] encrypted, byte[] bound) throws GeneralSecurityException {
      return ask().decrypt(encrypted, bound);
    }

    private Aead ask() throws GeneralSecurityException {
      ASKED.incrementAndGet();
      if (OUT_OF_REACH.get()) {
        throw new GeneralSecurityException("no answer");
      }
      return MasterKey.of(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)))
          .aead();
    }
  }
}
