package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.Request;
import java.time.Duration;

/// The board's alarm clock: it has no thread of its own.
@FunctionalInterface
public interface Timers {
  /// Runs `task` on the board's executor when `delay` has passed, unless it is cancelled before.
  Request after(Duration delay, Runnable task);
}
