package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.Request;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The next try after a failure: there is at most one, and each one that fails puts the next
/// further off.
final class NextTry {

  private final Timers timers;
  private final BackOff backOff;
  private @Nullable Request waiting;

  NextTry(Timers timers, RandomGenerator random) {
    this.timers = timers;
    this.backOff = new BackOff(random);
  }

  /// Tries later, instead of the try that was waiting; answers how much later.
  Duration later(Runnable task) {
    cancel();
    Duration wait = backOff.next();
    waiting =
        timers.after(
            wait,
            () -> {
              waiting = null;
              task.run();
            });
    return wait;
  }

  boolean isWaiting() {
    return waiting != null;
  }

  void cancel() {
    if (waiting != null) {
      waiting.cancel();
      waiting = null;
    }
  }

  /// It went well: the next failure is the first again.
  void succeeded() {
    backOff.succeeded();
  }
}
