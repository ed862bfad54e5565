package io.daysheet.server.audit;

import io.daysheet.server.audit.EntryRows.Bound;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Writes the trail as lines of JSON, with the batches that prove it: whole batches, from the one
/// with the first entry of a time to the one with the last.
@Component
class Export {

  private final Verification trail;
  private final BatchRows batches;
  private final EntryRows entries;
  private final SealingKeys keys;
  private final Anchor anchor;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final InstantSource clock;

  Export(
      Verification trail,
      BatchRows batches,
      EntryRows entries,
      SealingKeys keys,
      Anchor anchor,
      TransactionTemplate transaction,
      JsonMapper json,
      InstantSource clock) {
    this.trail = trail;
    this.batches = batches;
    this.entries = entries;
    this.keys = keys;
    this.anchor = anchor;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  /// Writes and flushes; while it runs, nothing is forgotten.
  ///
  /// @param from null is from the first on
  /// @param until null is up to now, with what is not sealed yet
  void write(@Nullable Instant from, @Nullable Instant until, OutputStream out) {
    // what is sealed later than this is in the export as well
    Optional<AuditHead> known = until == null ? anchor.known() : Optional.empty();
    transaction.executeWithoutResult(_ -> {
      batches.keepEverything();
      new Writing(out).all(from, until, known);
    });
  }

  /// One export.
  private final class Writing {

    private final OutputStream out;
    private Optional<AuditBatch> last = Optional.empty();
    private long batchCount;
    private long entryCount;
    private long unsealed;

    Writing(OutputStream out) {
      this.out = out;
    }

    void all(@Nullable Instant from, @Nullable Instant until, Optional<AuditHead> known) {
      long first = from == null ? 1 : batches.firstSince(from).orElse(Long.MAX_VALUE);
      long end = until == null ? Long.MAX_VALUE : batches.lastBefore(until).orElse(0L);
      Optional<AuditBatch> before =
          first == Long.MAX_VALUE ? batches.last() : batches.find(first - 1);
      last = before;
      line(
          new AuditLine.Begin(
              clock.instant(),
              keys.all(),
              before.map(BatchRows::head).orElse(null),
              known.orElse(null),
              trail.forgottenBefore()));
      trail.read(first, end, this::batch);
      if (until == null) {
        afterTheLast();
      }
      line(new AuditLine.End(batchCount, entryCount, unsealed));
      flush();
    }

    private void batch(AuditBatch batch, List<AuditEntry> found) {
      last = Optional.of(batch);
      line(new AuditLine.Batch(batch));
      found.forEach(entry -> line(new AuditLine.Entry(entry)));
      batchCount++;
      entryCount += found.size();
    }

    /// One that is sealed at this moment counts as not sealed.
    private void afterTheLast() {
      Bound bound = last.map(Bound::after).orElse(new Bound(0, 0));
      try (Stream<AuditEntry> rest = entries.from(bound)) {
        rest.forEach(entry -> {
          line(new AuditLine.Entry(entry));
          entryCount++;
          unsealed++;
        });
      }
    }

    private void line(AuditLine line) {
      try {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    private void flush() {
      try {
        out.flush();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
