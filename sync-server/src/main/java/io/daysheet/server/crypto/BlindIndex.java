package io.daysheet.server.crypto;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Keyed hashes of values, by which rows are found whose values are encrypted. Equal values have
/// equal hashes: who reads the index without the key learns how often each occurs, and nothing else
/// of it.
///
/// The kind of a value is hashed with it, so that a name, an MRN and a date that look alike have
/// nothing in common.
@Component
public final class BlindIndex {

  private final DataKeys keys;

  BlindIndex(DataKeys keys) {
    this.keys = keys;
  }

  /// To be stored.
  public long token(String kind, String value) {
    return token(writing(Purpose.INDEX), kind, value);
  }

  /// To be searched for: the hash by every key that rows may have been written with.
  public LongStream tokens(String kind, String value) {
    return all(Purpose.INDEX).stream().mapToLong(key -> token(key, kind, value));
  }

  /// 32 bytes, for what must be unique.
  public byte[] fingerprint(String kind, String value) {
    return compute(writing(Purpose.INDEX), kind, value.getBytes(StandardCharsets.UTF_8), 32);
  }

  /// By every key that rows may have been written with.
  public Stream<byte[]> fingerprints(String kind, String value) {
    return all(Purpose.INDEX).stream()
        .map(key -> compute(key, kind, value.getBytes(StandardCharsets.UTF_8), 32));
  }

  /// A number that every node makes of a value that knows the same keys, whichever it writes with:
  /// for a lock. Empty unless a key is being replaced, when what must be unique has two
  /// fingerprints.
  public OptionalLong lockWhileReplacing(String kind, String value) {
    Collection<Prf> known = all(Purpose.INDEX);
    return known.size() == 1 ? OptionalLong.empty() : tokens(kind, value).min();
  }

  /// Tells a repeated request from another one.
  public byte[] requestHash(byte[] digest) {
    return compute(writing(Purpose.REQUESTS), "request", digest, 32);
  }

  /// Which key [#token] uses now: rows name it, so that those of an older one are found.
  public int key() {
    return keys.keyset(Purpose.INDEX).writingKey();
  }

  /// The keys before it that rows may still be of.
  public Integer[] oldKeys() {
    return keys.keyset(Purpose.INDEX).oldKeys().boxed().toArray(Integer[]::new);
  }

  private static long token(Prf key, String kind, String value) {
    return ByteBuffer.wrap(compute(key, kind, value.getBytes(StandardCharsets.UTF_8), Long.BYTES))
        .getLong();
  }

  private static byte[] compute(Prf key, String kind, byte[] value, int length) {
    byte[] name = kind.getBytes(StandardCharsets.UTF_8);
    byte[] input =
        ByteBuffer.allocate(name.length + 1 + value.length)
            .put(name)
            .put((byte) 0)
            .put(value)
            .array();
    try {
      return key.compute(input, length);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Prf writing(Purpose purpose) {
    try {
      PrfSet prfs = keys.prfs(purpose);
      return Objects.requireNonNull(prfs.getPrfs().get(prfs.getPrimaryId()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Collection<Prf> all(Purpose purpose) {
    try {
      return keys.prfs(purpose).getPrfs().values();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
