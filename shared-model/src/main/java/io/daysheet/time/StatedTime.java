package io.daysheet.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A time as somebody stated it: the instant, and the wall-clock time that was meant if the
/// hospital's zone skips it. Such a time is refused by a rule, never moved silently.
///
/// @param skipped the stated wall-clock time, when it does not exist; else null
public record StatedTime(Instant instant, @Nullable LocalDateTime skipped) {

  public static StatedTime of(Instant instant) {
    return new StatedTime(instant, null);
  }

  /// A time that came with an offset, as in a request.
  public static StatedTime of(OffsetDateTime stated, ZoneId zone) {
    return new StatedTime(
        stated.toInstant(), WallClock.skips(stated, zone) ? stated.toLocalDateTime() : null);
  }

  /// A time that was typed as the hospital's wall clock; where it exists twice, the first is meant.
  public static StatedTime of(LocalDateTime local, ZoneId zone) {
    return new StatedTime(
        WallClock.firstAtOrAfter(local, zone).toInstant(),
        WallClock.skips(local, zone) ? local : null);
  }
}
