package io.daysheet.server.audit;

import io.daysheet.server.audit.EntryRows.Bound;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditHead;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals what was written: takes the entries of all transactions that have ended before any that
/// still runs, and adds them to the chain as one batch. Which these are can't change any more, in
/// whatever order transactions began and ended.
@Component
class Sealer {

  private static final Comparator<AuditEntry> IN_ORDER =
      Comparator.comparingLong(AuditEntry::transaction).thenComparingLong(AuditEntry::id);

  private final EntryRows entries;
  private final BatchRows batches;
  private final SealingKeys keys;
  private final Anchor anchor;
  private final TransactionTemplate transaction;
  private final AuditSettings settings;
  private final InstantSource clock;

  Sealer(
      EntryRows entries,
      BatchRows batches,
      SealingKeys keys,
      Anchor anchor,
      TransactionTemplate transaction,
      AuditSettings settings,
      InstantSource clock) {
    this.entries = entries;
    this.batches = batches;
    this.keys = keys;
    this.anchor = anchor;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /// Until nothing is left to seal. Answers the chain's new end; empty if it is the old one.
  Optional<AuditHead> seal() {
    Optional<AuditHead> head = sealAll();
    anchor.follow(batches.last(), batches::find);
    return head;
  }

  private Optional<AuditHead> sealAll() {
    Optional<AuditHead> head = Optional.empty();
    for (Optional<AuditBatch> sealed = sealOne(); sealed.isPresent(); sealed = sealOne()) {
      head = sealed.map(BatchRows::head);
      if (sealed.get().entries() < settings.batch() && sealed.get().until() != Long.MAX_VALUE) {
        return head;
      }
    }
    return head;
  }

  /// One batch; empty if there is nothing to seal, or another node is at it.
  Optional<AuditBatch> sealOne() {
    return Objects.requireNonNull(
        transaction.execute(_ -> batches.lockSealing() ? next() : Optional.empty()));
  }

  private Optional<AuditBatch> next() {
    int era = entries.era();
    Optional<AuditBatch> last = batches.last();
    Bound bound = last.map(Bound::after).orElse(new Bound(1, 0));
    List<AuditEntry> found =
        bound.era() < era
            ? entries.ofPastEra(bound.era(), bound.transaction(), settings.batch())
            : entries.settled(era, bound.transaction(), settings.batch());
    boolean closesEra = bound.era() < era && found.size() < settings.batch();
    if (found.isEmpty() && !closesEra) {
      return Optional.empty();
    }
    AuditBatch batch = batch(last, bound, found.stream().sorted(IN_ORDER).toList(), closesEra);
    batches.add(batch);
    return Optional.of(batch);
  }

  private AuditBatch batch(
      Optional<AuditBatch> last, Bound bound, List<AuditEntry> found, boolean closesEra) {
    KeyPair key = keys.signing();
    List<Long> ids = found.stream().map(AuditEntry::id).toList();
    String digests = digests(found);
    AuditBatch unsigned =
        new AuditBatch(
            last.map(AuditBatch::number).orElse(0L) + 1,
            Sealed.FORMAT,
            bound.era(),
            bound.transaction(),
            closesEra ? Long.MAX_VALUE : found.getLast().transaction() + 1,
            found.size(),
            found.stream().map(AuditEntry::at).min(Comparator.naturalOrder()).orElse(null),
            found.stream().map(AuditEntry::at).max(Comparator.naturalOrder()).orElse(null),
            now(),
            ids,
            digests,
            Sealed.content(ids, digests),
            last.map(AuditBatch::hash).orElse(Sealed.GENESIS),
            Signing.id(key.getPublic()),
            "",
            "");
    String hash = Sealed.hash(unsigned);
    return signed(unsigned, hash, Signing.sign(key.getPrivate(), hash));
  }

  private static AuditBatch signed(AuditBatch batch, String hash, String signature) {
    return new AuditBatch(
        batch.number(),
        batch.format(),
        batch.era(),
        batch.from(),
        batch.until(),
        batch.entries(),
        batch.oldest(),
        batch.newest(),
        batch.sealedAt(),
        batch.ids(),
        batch.digests(),
        batch.content(),
        batch.previous(),
        batch.key(),
        hash,
        signature);
  }

  private static String digests(List<AuditEntry> entries) {
    var digests = new StringBuilder(entries.size() * 2 * Sealed.DIGEST);
    entries.forEach(entry -> HexFormat.of().formatHex(digests, Sealed.digest(entry)));
    return digests.toString();
  }

  /// As the database stores it.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
