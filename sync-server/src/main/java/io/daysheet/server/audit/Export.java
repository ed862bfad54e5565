package io.daysheet.server.audit;

import io.daysheet.server.audit.EntryRows.Bound;
import io.daysheet.server.audit.EntryRows.Place;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes the trail as lines of JSON, with the batches that prove it: whole batches, from the one
/// with the first entry of a time to the one with the last.
///
/// Whoever takes it may be slow: it is read page by page, and between two pages it keeps nothing of
/// the database. What may be forgotten any day is not in it, so nothing of it can be forgotten
/// while it runs: see [Forgetting#LATER].
@Component
class Export {

  /// What is read at once of the entries that are not sealed.
  private static final int PAGE = 500;

  /// Shorter than [Forgetting#LATER].
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Verification trail;
  private final BatchRows batches;
  private final EntryRows entries;
  private final SealingKeys keys;
  private final Anchor anchor;
  private final JsonMapper json;
  private final InstantSource clock;

  Export(
      Verification trail,
      BatchRows batches,
      EntryRows entries,
      SealingKeys keys,
      Anchor anchor,
      JsonMapper json,
      InstantSource clock) {
    this.trail = trail;
    this.batches = batches;
    this.entries = entries;
    this.keys = keys;
    this.anchor = anchor;
    this.json = json;
    this.clock = clock;
  }

  /// Writes and flushes.
  ///
  /// @param from null is from the first on
  /// @param until null is up to now, with what is not sealed yet
  void write(@Nullable Instant from, @Nullable Instant until, OutputStream out) {
    // what is sealed later than this is in the export as well
    Optional<AuditHead> known = until == null ? anchor.known() : Optional.empty();
    new Writing(out).all(from, until, known);
  }

  /// One export.
  private final class Writing {

    private final OutputStream out;
    private final Instant begin = clock.instant();
    private final Instant forgottenBefore = trail.forgottenBefore();
    private boolean someAreKept;
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
              begin,
              keys.all(),
              before.map(BatchRows::head).orElse(null),
              known.orElse(null),
              forgottenBefore));
      trail.batches(first, end, this::batch);
      if (until == null) {
        afterTheLast();
      }
      line(new AuditLine.End(batchCount, entryCount, unsealed));
      flush();
    }

    private void batch(AuditBatch batch) {
      if (clock.instant().isAfter(begin.plus(LONGEST))) {
        throw new UncheckedIOException(new IOException("nobody takes it"));
      }
      last = Optional.of(batch);
      batchCount++;
      if (mayBeForgotten(batch)) {
        line(new AuditLine.Batch(batch.forgotten()));
      } else {
        someAreKept |= !batch.ids().isEmpty();
        line(new AuditLine.Batch(batch));
        entries.of(batch).forEach(this::entry);
      }
    }

    /// Only at the chain's begin, as it is done.
    private boolean mayBeForgotten(AuditBatch batch) {
      Instant newest = batch.newest();
      return !someAreKept && newest != null && newest.isBefore(forgottenBefore);
    }

    private void entry(AuditEntry entry) {
      line(new AuditLine.Entry(entry));
      entryCount++;
    }

    /// One that is sealed at this moment counts as not sealed.
    private void afterTheLast() {
      Optional<Place> end = entries.last();
      Bound bound = last.map(Bound::after).orElse(new Bound(0, 0));
      Optional<Place> place = end.map(_ -> Place.before(bound));
      while (place.isPresent() && end.isPresent()) {
        List<AuditEntry> page = entries.between(place.get(), end.get(), PAGE);
        page.forEach(this::entry);
        unsealed += page.size();
        place = page.size() < PAGE ? Optional.empty() : Optional.of(Place.of(page.getLast()));
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
