package io.daysheet.server.audit;

import io.daysheet.server.web.FailureTrace;
import io.daysheet.wire.AuditHead;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has the trail sealed every few seconds, and forgets what is older than it has to be kept.
///
/// Once an hour it tells the log how far the chain has come: whoever keeps the log elsewhere finds
/// out by it if the chain's end is cut off.
@Component
class Sealing {

  private static final Logger log = LoggerFactory.getLogger(Sealing.class);

  private static final Duration TOLD = Duration.ofHours(1);

  private final Sealer sealer;
  private final EntryRows entries;
  private final Forgetting forgetting;
  private final InstantSource clock;
  private Instant tellNext = Instant.EPOCH;
  private boolean failing;

  Sealing(Sealer sealer, EntryRows entries, Forgetting forgetting, InstantSource clock) {
    this.sealer = sealer;
    this.entries = entries;
    this.forgetting = forgetting;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${daysheet.audit.seal-after:5s}")
  void seal() {
    attempt(
        () -> {
          sealer.seal().ifPresent(this::tell);
          entries.tidy();
        },
        "sealed");
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
  void forget() {
    attempt(forgetting::forget, "pruned");
  }

  private synchronized void tell(AuditHead head) {
    Instant now = clock.instant();
    if (!now.isBefore(tellNext)) {
      tellNext = now.plus(TOLD);
      log.info("The audit is sealed up to batch {}, hash {}", head.number(), head.hash());
    }
  }

  /// Whatever it is, the next time comes; it is told once.
  private void attempt(Runnable work, String what) {
    try {
      work.run();
      failing = false;
    } catch (RuntimeException failed) {
      if (!failing) {
        log.error("The audit can't be {}: {}", what, FailureTrace.of(failed));
      }
      failing = true;
    }
  }
}
