package io.daysheet.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/// A wall-clock time of day that can also be 24:00, the end of the day; written `HH:mm`.
///
/// @param minutes since midnight on the wall clock, 0 to 1440
public record MinuteOfDay(int minutes) implements Comparable<MinuteOfDay> {

  public static final MinuteOfDay MIDNIGHT = new MinuteOfDay(0);
  public static final MinuteOfDay END_OF_DAY = new MinuteOfDay(24 * 60);

  private static final Pattern HH_MM = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");

  public MinuteOfDay {
    if (minutes < 0 || minutes > 24 * 60) {
      throw new IllegalArgumentException("a minute of the day is 0 to 1440: " + minutes);
    }
  }

  @JsonCreator
  public static MinuteOfDay parse(String text) {
    if (!HH_MM.matcher(text).matches()) {
      throw new IllegalArgumentException("a wall-clock time is HH:mm, up to 24:00");
    }
    return new MinuteOfDay(
        Integer.parseInt(text, 0, 2, 10) * 60 + Integer.parseInt(text, 3, 5, 10));
  }

  public static MinuteOfDay of(LocalTime time) {
    return new MinuteOfDay(time.getHour() * 60 + time.getMinute());
  }

  /// This time as the start of something on `date`: the first instant at which the wall clock shows
  /// it or, where the zone skips it, the first instant after the gap.
  public ZonedDateTime startOn(LocalDate date, ZoneId zone) {
    return WallClock.firstAtOrAfter(
        date.plusDays(minutes / 1440).atTime(LocalTime.ofSecondOfDay(minutes % 1440 * 60L)), zone);
  }

  /// This time as the end of something on `date`: the last instant at which the wall clock shows it
  /// (it may show it twice) or, where the zone skips it, the first instant after the gap. 24:00 is
  /// the start of the next day.
  public ZonedDateTime endOn(LocalDate date, ZoneId zone) {
    return minutes == 1440
        ? date.plusDays(1).atStartOfDay(zone)
        : startOn(date, zone).withLaterOffsetAtOverlap();
  }

  @Override
  public int compareTo(MinuteOfDay other) {
    return Integer.compare(minutes, other.minutes);
  }

  @JsonValue
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }
}
