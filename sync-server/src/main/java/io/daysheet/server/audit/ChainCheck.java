package io.daysheet.server.audit;

import static java.util.Comparator.comparingLong;

import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditProblem;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.AuditVerification.BadBatch;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checks a chain of batches, one after the other, each with the entries that are there now. It
/// keeps nothing but where it is, and goes no further than the first that is not in order.
final class ChainCheck {

  private static final HexFormat HEX = HexFormat.of();

  private final Function<String, Optional<PublicKey>> keys;
  private final List<AuditHead> expected;
  private final Instant forgottenBefore;
  private AuditHead last;
  private @Nullable AuditBatch lastBatch;
  private @Nullable BadBatch firstBad;
  private boolean someAreKept;
  private long batches;
  private long entries;
  private long forgotten;

  /// @param after the batch before the first one; null if that is the chain's first
  /// @param expected what is to be met on the way or at the begin, known from elsewhere
  /// @param forgottenBefore from when on no entries may be gone
  ChainCheck(
      Function<String, Optional<PublicKey>> keys,
      @Nullable AuditHead after,
      List<AuditHead> expected,
      Instant forgottenBefore) {
    this.keys = keys;
    this.last = after == null ? new AuditHead(0, Sealed.GENESIS) : after;
    this.expected = expected.stream().sorted(comparingLong(AuditHead::number)).toList();
    this.forgottenBefore = forgottenBefore;
    if (isAnother(last)) {
      firstBad = BadBatch.of(last.number(), AuditProblem.OTHER_HEAD);
    }
  }

  /// False as soon as one is not in order: there is no use in going on then.
  boolean check(AuditBatch batch, List<AuditEntry> found) {
    if (firstBad == null) {
      firstBad = badness(batch, found).orElse(null);
    }
    if (firstBad != null) {
      return false;
    }
    last = new AuditHead(batch.number(), batch.hash());
    lastBatch = batch;
    batches++;
    entries += batch.entries();
    forgotten += batch.isForgotten() ? 1 : 0;
    someAreKept |= !batch.ids().isEmpty();
    return true;
  }

  /// What was found, once there are no more.
  AuditVerification result(Instant at, long unsealed) {
    if (firstBad == null && !expected.isEmpty() && expected.getLast().number() > last.number()) {
      firstBad = BadBatch.of(last.number() + 1, AuditProblem.MISSING_BATCH);
    }
    return new AuditVerification(
        firstBad == null,
        at,
        batches,
        entries,
        forgotten,
        unsealed,
        last.number() == 0 ? null : last,
        firstBad);
  }

  private Optional<BadBatch> badness(AuditBatch batch, List<AuditEntry> found) {
    if (batch.number() != last.number() + 1) {
      return bad(last.number() + 1, AuditProblem.MISSING_BATCH);
    }
    if (!batch.previous().equals(last.hash()) || !goesOn(batch)) {
      return bad(batch.number(), AuditProblem.BROKEN_CHAIN);
    }
    if (!saysWhatItsHashSays(batch)) {
      return bad(batch.number(), AuditProblem.CHANGED_BATCH);
    }
    Optional<PublicKey> key = keys.apply(batch.key());
    if (key.isEmpty()) {
      return bad(batch.number(), AuditProblem.UNKNOWN_KEY);
    }
    if (!Signing.verifies(key.get(), batch.hash(), batch.signature())) {
      return bad(batch.number(), AuditProblem.WRONG_SIGNATURE);
    }
    if (isAnother(BatchRows.head(batch))) {
      return bad(batch.number(), AuditProblem.OTHER_HEAD);
    }
    if (batch.isForgotten() && !wasOldEnough(batch)) {
      return bad(batch.number(), AuditProblem.FORGOTTEN_EARLY);
    }
    return difference(batch, found);
  }

  private boolean isAnother(AuditHead head) {
    return expected.stream()
        .anyMatch(each -> each.number() == head.number() && !each.hash().equals(head.hash()));
  }

  /// The ranges of transactions join: nothing can hide between two batches.
  private boolean goesOn(AuditBatch batch) {
    AuditBatch before = lastBatch;
    if (before == null) {
      return true;
    }
    return batch.era() == before.era()
        ? batch.from() == before.until()
        : batch.era() > before.era() && before.until() == Long.MAX_VALUE && batch.from() == 0;
  }

  private static boolean saysWhatItsHashSays(AuditBatch batch) {
    try {
      return batch.format() == Sealed.FORMAT
          && Sealed.hash(batch).equals(batch.hash())
          && (batch.isForgotten()
              || (batch.ids().size() == batch.entries()
                  && Sealed.content(batch.ids(), batch.digests()).equals(batch.content())));
    } catch (IllegalArgumentException notEvenDigits) {
      return false;
    }
  }

  /// What is forgotten lies at the chain's begin, and is older than it had to be kept.
  private boolean wasOldEnough(AuditBatch batch) {
    Instant newest = batch.newest();
    return !someAreKept && newest != null && newest.isBefore(forgottenBefore);
  }

  private static Optional<BadBatch> difference(AuditBatch batch, List<AuditEntry> found) {
    Map<Long, String> left = new LinkedHashMap<>();
    for (int i = 0; i < batch.ids().size(); i++) {
      int at = i * 2 * Sealed.DIGEST;
      left.put(batch.ids().get(i), batch.digests().substring(at, at + 2 * Sealed.DIGEST));
    }
    List<Long> changed = new ArrayList<>();
    List<Long> added = new ArrayList<>();
    for (AuditEntry entry : found) {
      String sealed = left.remove(entry.id());
      if (sealed == null) {
        added.add(entry.id());
      } else if (!sealed.equals(HEX.formatHex(Sealed.digest(entry)))) {
        changed.add(entry.id());
      }
    }
    return changed.isEmpty() && added.isEmpty() && left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BadBatch(
                batch.number(),
                AuditProblem.CHANGED_ENTRIES,
                changed,
                List.copyOf(left.keySet()),
                added));
  }

  private static Optional<BadBatch> bad(long number, AuditProblem problem) {
    return Optional.of(BadBatch.of(number, problem));
  }
}
