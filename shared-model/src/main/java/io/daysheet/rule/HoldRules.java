package io.daysheet.rule;

import io.daysheet.hospital.BookingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// How long a slot is kept for a form.
public final class HoldRules {

  /// Whatever the policy says and however often it is renewed: a form that is open for longer has
  /// been forgotten.
  public static final Duration LONGEST = Duration.ofHours(1);

  private HoldRules() {}

  /// When a hold ends that is placed or renewed now: it keeps no slot that has begun, which nobody
  /// can book any more.
  ///
  /// @param placed when it was placed first
  public static Instant until(BookingPolicy policy, Instant start, Instant placed, Instant now) {
    return Stream.of(now.plus(policy.holdDuration()), start, placed.plus(LONGEST))
        .min(Instant::compareTo)
        .orElseThrow();
  }
}
