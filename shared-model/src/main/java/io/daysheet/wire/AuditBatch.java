package io.daysheet.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sealed batch of the audit trail: a digest of each entry that the transactions of a range
/// wrote, chained to the batch before it and signed.
///
/// Bytes are hexadecimal digits. How the hashes come about stands in the server's README.
///
/// @param number from 1, without gaps
/// @param format how its hashes come about
/// @param from the first transaction whose entries are in it
/// @param until the first transaction whose entries are not in it any more; the next batch begins
///   there
/// @param entries how many there are, or were before they were forgotten
/// @param oldest null if there are none
/// @param ids of the entries, as they are sealed; empty once they are forgotten
/// @param digests SHA-256 of each entry, one after the other
/// @param content SHA-256 of ids and digests
/// @param previous the hash of the batch before; zeros in the first
/// @param key which key signed it
/// @param hash SHA-256 of all that stands before it here
/// @param signature Ed25519, of the hash
public record AuditBatch(
    long number,
    int format,
    int era,
    long from,
    long until,
    int entries,
    @Nullable Instant oldest,
    @Nullable Instant newest,
    Instant sealedAt,
    List<Long> ids,
    String digests,
    String content,
    String previous,
    String key,
    String hash,
    String signature) {

  public AuditBatch {
    ids = List.copyOf(ids);
  }

  /// The entries are gone, after as many years as they had to be kept; the batch stays as a link.
  public boolean isForgotten() {
    return ids.isEmpty() && entries > 0;
  }

  /// The same as a link only, as it is when its entries are forgotten.
  public AuditBatch forgotten() {
    return new AuditBatch(
        number, format, era, from, until, entries, oldest, newest, sealedAt, List.of(), "", content,
        previous, key, hash, signature);
  }
}
