package io.daysheet.desktop.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes instants as a hospital's wall clock shows them, whatever the desk's own zone is.
public record HospitalClock(ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  /// "13:00".
  public String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /// "10:42:05".
  public String seconds(Instant instant) {
    return SECONDS.format(instant.atZone(zone));
  }

  /// "13:00–14:00"; an end at midnight is 24:00.
  public String range(Instant start, Instant end) {
    String until = time(end);
    return time(start) + "–" + (until.equals("00:00") && start.isBefore(end) ? "24:00" : until);
  }

  /// "CET", as it is called at that moment.
  public String zoneName(Instant instant) {
    return ZONE.format(instant.atZone(zone));
  }

  /// Whether the wall clock has shown this time before, an hour ago.
  public boolean repeats(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return !local.withEarlierOffsetAtOverlap().toInstant().equals(local.toInstant());
  }

  /// Whether the wall clock will show this time again, in an hour.
  public boolean isRepeated(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return !local.withLaterOffsetAtOverlap().toInstant().equals(local.toInstant());
  }

  /// "Thu 19 March 2026".
  public static String date(LocalDate date) {
    return DATE.format(date);
  }
}
