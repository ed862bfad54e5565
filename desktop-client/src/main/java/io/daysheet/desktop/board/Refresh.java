package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.Request;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A reload that is due soon: once for several reasons, and not at the same moment as that of every
/// other desk that heard of the same change.
final class Refresh {

  private static final Duration SOON = Duration.ofSeconds(2);

  private final Timers timers;
  private final RandomGenerator random;
  private final Runnable reload;
  private @Nullable Request due;

  Refresh(Timers timers, RandomGenerator random, Runnable reload) {
    this.timers = timers;
    this.random = random;
    this.reload = reload;
  }

  void ask() {
    if (due == null) {
      due = timers.after(Duration.ofMillis(random.nextLong(SOON.toMillis())), this::now);
    }
  }

  private void now() {
    due = null;
    reload.run();
  }

  /// It is being done already, or is not wanted any more.
  void cancel() {
    if (due != null) {
      due.cancel();
      due = null;
    }
  }
}
