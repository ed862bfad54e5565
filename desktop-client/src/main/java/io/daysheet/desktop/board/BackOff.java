package io.daysheet.desktop.board;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before asking again: twice as long each time up to a limit, and never exactly
/// as long as the other desks that lost the same server.
final class BackOff {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final RandomGenerator random;
  private int failures;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  /// Between half of the step and all of it.
  Duration next() {
    long step = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
    failures++;
    return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
  }

  int failures() {
    return failures;
  }

  void succeeded() {
    failures = 0;
  }
}
