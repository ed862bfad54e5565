package io.daysheet.server.slots;

import io.daysheet.rule.Violation.Expected;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.server.web.StatedTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// An end of the time that a question is about: a time with offset, or a date of the hospital.
final class AskedTime {

  private static final int DATE = "2026-03-14".length();

  private AskedTime() {}

  static Instant from(String text, ZoneId zone) {
    return text.length() == DATE ? midnight("from", text, 0, zone) : instant("from", text);
  }

  /// A date is included.
  static Instant until(String text, ZoneId zone) {
    return text.length() == DATE ? midnight("to", text, 1, zone) : instant("to", text);
  }

  private static Instant midnight(String field, String text, int daysLater, ZoneId zone) {
    try {
      LocalDate date = LocalDate.parse(text);
      return date.plusDays(daysLater).atStartOfDay(zone).toInstant();
    } catch (DateTimeException unreadable) {
      throw RequestRefused.invalid(field, Expected.DATE);
    }
  }

  private static Instant instant(String field, String text) {
    try {
      return StatedTimes.check(field, OffsetDateTime.parse(text)).toInstant();
    } catch (DateTimeException unreadable) {
      throw RequestRefused.invalid(field, Expected.TIME_WITH_OFFSET);
    }
  }
}
