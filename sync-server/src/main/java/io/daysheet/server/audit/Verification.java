package io.daysheet.server.audit;

import io.daysheet.server.audit.EntryRows.Bound;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditVerification;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Verifies the trail as it is in the database, from its first batch on. It holds one batch at a
/// time; while it runs, nothing is forgotten.
@Component
class Verification {

  /// Batches that are read at once.
  private static final int PAGE = 20;

  private final BatchRows batches;
  private final EntryRows entries;
  private final SealingKeys keys;
  private final Anchor anchor;
  private final TransactionTemplate transaction;
  private final AuditSettings settings;
  private final InstantSource clock;

  Verification(
      BatchRows batches,
      EntryRows entries,
      SealingKeys keys,
      Anchor anchor,
      TransactionTemplate transaction,
      AuditSettings settings,
      InstantSource clock) {
    this.batches = batches;
    this.entries = entries;
    this.keys = keys;
    this.anchor = anchor;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /// Goes through all of it.
  ///
  /// @param after a batch up to which it is known to be in order; null verifies from the first on
  /// @param expected a batch that is known from elsewhere and must be met, beside the one that this
  ///   server itself knows; null if none is
  AuditVerification verify(@Nullable AuditHead after, @Nullable AuditHead expected) {
    List<AuditHead> known =
        Stream.concat(anchor.known().stream(), Optional.ofNullable(expected).stream()).toList();
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          batches.keepEverything();
          return check(after, known);
        }));
  }

  private AuditVerification check(@Nullable AuditHead after, List<AuditHead> expected) {
    var check = new ChainCheck(keys::find, after, expected, forgottenBefore());
    long next = after == null ? 0 : after.number() + 1;
    Optional<AuditBatch> last = after == null ? Optional.empty() : batches.find(after.number());
    List<AuditBatch> page;
    do {
      page = batches.from(next, PAGE);
      for (AuditBatch batch : page) {
        if (!check.check(batch, entries.of(batch))) {
          return check.result(clock.instant(), 0);
        }
        last = Optional.of(batch);
        next = batch.number() + 1;
      }
    } while (page.size() == PAGE);
    return check.result(
        clock.instant(), entries.countFrom(last.map(Bound::after).orElse(new Bound(0, 0))));
  }

  /// Entries from then on have to be there.
  Instant forgottenBefore() {
    return clock.instant().atOffset(ZoneOffset.UTC).minus(settings.retention()).toInstant();
  }

  /// The batches from one number to another, one after the other.
  void batches(long from, long until, Consumer<AuditBatch> each) {
    for (long next = from; next <= until; ) {
      List<AuditBatch> page = batches.from(next, PAGE);
      if (page.isEmpty()) {
        return;
      }
      for (AuditBatch batch : page) {
        if (batch.number() > until) {
          return;
        }
        each.accept(batch);
        next = batch.number() + 1;
      }
    }
  }
}
