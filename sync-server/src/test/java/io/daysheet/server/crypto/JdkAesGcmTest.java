package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is written here is what Tink writes: Tink reads it, and the other way round.
class JdkAesGcmTest {

  private static final int PREFIX = 5;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final byte[] row = bytes("patient.given_name:1");
  private final KeysetHandle keys = keys();
  private final Aead tink = tink(keys);
  private final Aead ours = JdkAesGcm.of(keys, tink);

  @Test
  void tinkReadsWhatIsWrittenAndItIsAsLong() throws GeneralSecurityException {
    byte[] encrypted = ours.encrypt(bytes("Zofia"), row);

    assertThat(tink.decrypt(encrypted, row)).isEqualTo(bytes("Zofia"));
    assertThat(ours.decrypt(tink.encrypt(bytes("Zofia"), row), row)).isEqualTo(bytes("Zofia"));
    assertThat(encrypted).hasSize(PREFIX + NONCE + bytes("Zofia").length + TAG);
    assertThat(encrypted).startsWith(Arrays.copyOf(tink.encrypt(row, row), PREFIX));
    assertThat(tink.decrypt(ours.encrypt(new byte[0], row), row)).isEmpty();
  }

  @Test
  void inAnotherRowOrChangedItCantBeRead() throws GeneralSecurityException {
    byte[] encrypted = ours.encrypt(bytes("Zofia"), row);

    assertThatThrownBy(() -> ours.decrypt(encrypted, bytes("patient.given_name:2")))
        .isInstanceOf(GeneralSecurityException.class);
    encrypted[encrypted.length - 1] ^= 1;
    assertThatThrownBy(() -> ours.decrypt(encrypted, row))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void eachByteCountsAndEachIsNeeded() throws GeneralSecurityException {
    byte[] encrypted = ours.encrypt(bytes("Zofia"), row);

    for (int i = 0; i < encrypted.length; i++) {
      byte[] changed = encrypted.clone();
      changed[i] ^= 1;
      assertUnreadable(changed);
      assertUnreadable(Arrays.copyOf(encrypted, i));
    }
    assertUnreadable(Arrays.copyOf(encrypted, encrypted.length + 1));
  }

  private void assertUnreadable(byte[] encrypted) {
    assertThatThrownBy(() -> ours.decrypt(encrypted, row))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void whatAnOlderKeyWroteIsRead() throws GeneralSecurityException {
    var keyset = Keyset.make(Purpose.RECORDS);
    byte[] before = written(keyset);
    Aead after = keyset.withNewKey().writingWithTheNewest().aead();

    assertThat(after).isInstanceOf(JdkAesGcm.class);
    assertThat(Objects.requireNonNull(after).decrypt(before, row)).isEqualTo(bytes("Zofia"));
  }

  @Test
  void noNonceComesTwiceWhateverThreadAsks() {
    var nonces =
        IntStream.range(0, 20_000).parallel().mapToObj(_ -> nonce()).collect(Collectors.toSet());

    assertThat(nonces).hasSize(20_000);
  }

  @Test
  void theNewestKeyWritesAfterAChangeOfKeys() throws GeneralSecurityException {
    var keyset = Keyset.make(Purpose.RECORDS);
    Keyset changed = keyset.withNewKey().writingWithTheNewest();
    byte[] before = written(keyset);

    assertThat(KeyId.of(before)).isEqualTo(keyset.writingKey());
    assertThat(KeyId.of(written(changed))).isEqualTo(changed.writingKey());
    assertThat(changed.writingKey()).isNotEqualTo(keyset.writingKey());
  }

  private byte[] written(Keyset keyset) throws GeneralSecurityException {
    Aead aead = keyset.aead();
    assertThat(aead).isInstanceOf(JdkAesGcm.class);
    return aead == null ? new byte[0] : aead.encrypt(bytes("Zofia"), row);
  }

  private String nonce() {
    try {
      return HexFormat.of().formatHex(ours.encrypt(bytes("Zofia"), row), PREFIX, PREFIX + NONCE);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static KeysetHandle keys() {
    try {
      return KeysetHandle.newBuilder()
          .setConfiguration(AeadConfig2026.get())
          .addEntry(
              KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                  .withRandomId()
                  .makePrimary())
          .build();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Aead tink(KeysetHandle keys) {
    try {
      return keys.getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
