package io.daysheet.server.audit;

import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditEntry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is hashed, byte for byte: format 1. It must never change; another way gets another number.
///
/// Numbers are big-endian. A text is its length in bytes (four, -1 for none) and its UTF-8. An
/// instant is its seconds (eight) and nanoseconds (four), after a byte 1; a byte 0 is none. An id
/// is a byte 1 and its sixteen bytes; a byte 0 is none. A list is its length (four) and its items.
final class Sealed {

  static final int FORMAT = 1;
  static final int DIGEST = 32;
  static final String GENESIS = "0".repeat(2 * DIGEST);

  private static final HexFormat HEX = HexFormat.of();

  private Sealed() {}

  /// One entry's digest.
  static byte[] digest(AuditEntry entry) {
    return sha256(out -> {
      text(out, "daysheet audit entry " + FORMAT);
      out.writeLong(entry.id());
      out.writeInt(entry.era());
      out.writeLong(entry.transaction());
      instant(out, entry.at());
      text(out, entry.action());
      text(out, entry.outcome());
      text(out, entry.code());
      id(out, entry.account() == null ? null : entry.account().value());
      text(out, entry.accountName());
      texts(out, entry.roles());
      text(out, entry.client());
      text(out, entry.address());
      text(out, entry.desk());
      id(out, entry.request());
      text(out, entry.subjectKind());
      id(out, entry.subjectId());
      id(out, entry.hospital() == null ? null : entry.hospital().value());
      ids(out, entry.patients().stream().map(PatientId::value).toList());
      ids(out, entry.readers().stream().map(AccountId::value).toList());
      text(out, entry.reason());
    });
  }

  /// Of a batch's entries, by their digests.
  static String content(List<Long> ids, String digests) {
    return HEX.formatHex(
        sha256(out -> {
          text(out, "daysheet audit content " + FORMAT);
          out.writeInt(ids.size());
          for (long id : ids) {
            out.writeLong(id);
          }
          out.write(HEX.parseHex(digests));
        }));
  }

  /// Of a batch, by all that it says but the hash and the signature.
  static String hash(AuditBatch batch) {
    return HEX.formatHex(
        sha256(out -> {
          text(out, "daysheet audit batch " + batch.format());
          out.writeLong(batch.number());
          out.writeInt(batch.era());
          out.writeLong(batch.from());
          out.writeLong(batch.until());
          out.writeInt(batch.entries());
          instant(out, batch.oldest());
          instant(out, batch.newest());
          instant(out, batch.sealedAt());
          out.write(HEX.parseHex(batch.content()));
          out.write(HEX.parseHex(batch.previous()));
          text(out, batch.key());
        }));
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String each : texts) {
      text(out, each);
    }
  }

  private static void id(DataOutputStream out, @Nullable UUID id) throws IOException {
    out.writeBoolean(id != null);
    if (id != null) {
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
    }
  }

  private static void ids(DataOutputStream out, List<UUID> ids) throws IOException {
    out.writeInt(ids.size());
    for (UUID each : ids) {
      id(out, each);
    }
  }

  private static void instant(DataOutputStream out, @Nullable Instant at) throws IOException {
    out.writeBoolean(at != null);
    if (at != null) {
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
    }
  }

  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] sha256(Writing writing) {
    var bytes = new ByteArrayOutputStream(512);
    try (var out = new DataOutputStream(bytes)) {
      writing.to(out);
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
