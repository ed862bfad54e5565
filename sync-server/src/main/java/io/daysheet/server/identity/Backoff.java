package io.daysheet.server.identity;

import java.time.Duration;
import java.time.Instant;

/// How long somebody who failed has to wait: not at all at first, then a second, two, four, and at
/// last for the whole lock-out, which grows too. It ends by itself, and one failure after the other
/// is forgiven with time.
///
/// A try counts as failed when it begins, and is taken back when it was right: a hundred tries at
/// once get no further than a hundred in a row.
///
/// @param free failures without any wait
/// @param untilLocked the failure that locks out
/// @param lockOut how long that one waits; each further one twice as long
/// @param longest more than this nobody waits
/// @param forgiven the time in which one failure is forgiven
record Backoff(int free, int untilLocked, Duration lockOut, Duration longest, Duration forgiven) {

  private static final int LARGEST_SHIFT = 20;

  /// The tally with one more failure; to be asked only of one that is not locked.
  Tally failed(Tally before, Instant now) {
    long steps = Math.max(0, Duration.between(before.since(), now).dividedBy(forgiven));
    int left = (int) Math.max(0, before.failures() - steps);
    // in whole steps: or who tries often enough would never be forgiven anything
    Instant since = left == 0 ? now : before.since().plus(forgiven.multipliedBy(steps));
    return new Tally(left + 1, since, now.plus(wait(left + 1)));
  }

  private Duration wait(int failures) {
    if (failures <= free) {
      return Duration.ZERO;
    }
    Duration wait =
        failures < untilLocked
            ? Duration.ofSeconds(doubled(failures - free - 1))
            : lockOut.multipliedBy(doubled(failures - untilLocked));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  private static long doubled(int times) {
    return 1L << Math.min(times, LARGEST_SHIFT);
  }
}
