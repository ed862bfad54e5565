package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of an export of the audit trail: its begin, then each batch followed by its entries, then
/// those entries that are not sealed yet, and its end. An export without an end is not whole.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(AuditLine.Begin.class),
  @JsonSubTypes.Type(AuditLine.Batch.class),
  @JsonSubTypes.Type(AuditLine.Entry.class),
  @JsonSubTypes.Type(AuditLine.End.class)
})
public sealed interface AuditLine {

  /// The first line.
  ///
  /// @param before the batch before the first one in here; null if that is the chain's first
  /// @param known how far the server that wrote it knew the chain to have come, from elsewhere than
  ///   the database; null if the export does not go up to there
  /// @param forgottenBefore from when on no entries may have been forgotten
  @JsonTypeName("begin")
  record Begin(
      Instant at,
      List<Key> keys,
      @Nullable AuditHead before,
      @Nullable AuditHead known,
      Instant forgottenBefore)
      implements AuditLine {

    public Begin {
      keys = List.copyOf(keys);
    }
  }

  /// A key that signed batches.
  ///
  /// @param publicKey Ed25519, X.509 in base64
  record Key(String id, String publicKey) {}

  @JsonTypeName("batch")
  record Batch(AuditBatch batch) implements AuditLine {}

  @JsonTypeName("entry")
  record Entry(AuditEntry entry) implements AuditLine {}

  /// The last line.
  ///
  /// @param unsealed how many of the entries come after the last batch
  @JsonTypeName("end")
  record End(long batches, long entries, long unsealed) implements AuditLine {}
}
