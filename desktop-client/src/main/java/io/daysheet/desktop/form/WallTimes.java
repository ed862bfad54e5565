package io.daysheet.desktop.form;

import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A hospital's times as they are typed and written: 24 hours, its own zone.
///
/// @param zone the hospital's
public record WallTimes(ZoneId zone) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final Pattern TYPED = Pattern.compile("(\\d{1,2})(?:[:.h ]?(\\d{2}))?");

  /// What was typed: `16`, `1630`, `16:30`, `9`, `930`, `24`; empty if it is no time.
  public static Optional<MinuteOfDay> parse(String typed) {
    String text = typed.strip();
    Matcher matcher = TYPED.matcher(text.length() == 3 && !text.contains(":") ? "0" + text : text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int minutes = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    int total = Integer.parseInt(matcher.group(1)) * 60 + minutes;
    return minutes < 60 && total <= 1440 ? Optional.of(new MinuteOfDay(total)) : Optional.empty();
  }

  /// What was typed: `2026-12-24`; empty if it is no date.
  public static Optional<LocalDate> parseDate(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  public String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  public String seconds(Instant instant) {
    return SECONDS.format(instant.atZone(zone));
  }

  /// The end of a range: midnight is 24:00 of the day that ends.
  public String end(Instant instant) {
    LocalTime local = instant.atZone(zone).toLocalTime();
    return local.equals(LocalTime.MIDNIGHT) ? "24:00" : time(instant);
  }

  public String range(TimeRange range) {
    return range(range.start(), range.end());
  }

  public String range(Instant start, Instant end) {
    return time(start) + "–" + end(end);
  }

  /// With its dates: `Thu 19 March 09:00–12:00`, `Thu 19 March – Fri 20 March` of whole ones.
  public String dates(TimeRange range) {
    LocalDate first = date(range.start());
    LocalDate last = date(range.end().minusNanos(1));
    boolean whole =
        range.start().equals(first.atStartOfDay(zone).toInstant())
            && range.end().equals(last.plusDays(1).atStartOfDay(zone).toInstant());
    if (whole) {
      return first.equals(last) ? day(first) : day(first) + " – " + day(last);
    }
    return first.equals(last)
        ? day(first) + " " + range(range)
        : day(first) + " " + time(range.start()) + " – " + day(last) + " " + end(range.end());
  }

  public LocalDate date(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /// "3:41": minutes and seconds that are left, never below zero.
  public static String countdown(Duration left) {
    long seconds = Math.max(0, left.toSeconds());
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /// Such as "Thu 19 March".
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /// The same where room is scarce, such as "Thu 19 Mar".
  public static String shortDay(LocalDate date) {
    return SHORT_DAY.format(date);
  }
}
