package io.daysheet.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// One interval `[open, close)` of a weekday on the hospital's wall clock; `close` may be 24:00.
public record OpeningHours(DayOfWeek day, MinuteOfDay open, MinuteOfDay close) {

  public OpeningHours {
    if (open.compareTo(close) >= 0) {
      throw new IllegalArgumentException("opening hours close after they open");
    }
  }

  /// The instants of this interval on `date`; empty if a clock change swallows it whole.
  Optional<TimeRange> on(LocalDate date, ZoneId zone) {
    var start = open.startOn(date, zone).toInstant();
    var end = close.endOn(date, zone).toInstant();
    return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
  }
}
