package io.daysheet.server.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Forgets the entries of whole batches once all of them are older than they have to be kept. The
/// batches stay as links of the chain, so what follows can still be verified.
@Component
class Forgetting {

  /// An export leaves out what is older than it has to be kept. It is forgotten this much later, so
  /// what an export has begun with is there until its end, on whichever node it runs.
  static final Duration LATER = Duration.ofDays(1);

  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  private final BatchRows batches;
  private final TransactionTemplate transaction;
  private final AuditSettings settings;
  private final InstantSource clock;

  Forgetting(
      BatchRows batches,
      TransactionTemplate transaction,
      AuditSettings settings,
      InstantSource clock) {
    this.batches = batches;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  void forget() {
    Instant before =
        clock
            .instant()
            .atOffset(ZoneOffset.UTC)
            .minus(settings.retention())
            .minus(LATER)
            .toInstant();
    int sum = 0;
    for (Optional<Integer> gone = one(before); gone.isPresent(); gone = one(before)) {
      sum += gone.get();
    }
    if (sum > 0) {
      log.info("Forgot {} entries of the audit from before {}", sum, before);
    }
  }

  /// Empty as well while somebody verifies.
  private Optional<Integer> one(Instant before) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> batches.lockForgetting() ? batches.forgetOne(before) : Optional.empty()));
  }
}
