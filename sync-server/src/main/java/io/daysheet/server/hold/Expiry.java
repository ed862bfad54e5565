package io.daysheet.server.hold;

import io.daysheet.server.web.FailureTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes the holds that are over. Nobody has to wait for it: one that is over keeps nothing, and
/// whoever finds it in the way takes its time. But the desks that show it learn that it is gone.
@Component
class Expiry {

  private static final Logger log = LoggerFactory.getLogger(Expiry.class);

  private final HoldEnds ends;
  private boolean failing;

  Expiry(HoldEnds ends) {
    this.ends = ends;
  }

  /// Whatever fails, the next time comes; it is told once.
  @Scheduled(fixedDelayString = "${daysheet.holds.released:1s}")
  void expire() {
    try {
      ends.expire();
      failing = false;
    } catch (RuntimeException failed) {
      if (!failing) {
        log.warn("Holds that are over can't be removed: {}", FailureTrace.of(failed));
      }
      failing = true;
    }
  }
}
