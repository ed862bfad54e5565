package io.daysheet.server.calendar;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;

/// A visit as a file for a calendar, RFC 5545. Calendars are shared and lie in clouds: it says when
/// and where, and with whom, and nothing of the patient, nor why.
///
/// Its times are wall-clock times of the hospital, with the offsets of its zone in the file: a
/// calendar that knows other rules than we do shows the same instant.
final class CalendarFile {

  /// Octets of a line, as the RFC asks.
  private static final int LINE = 75;

  private CalendarFile() {}

  static String of(Appointment visit, Hospital hospital, Doctor doctor, Instant now) {
    ZoneId zone = hospital.timeZone();
    var lines = new ArrayList<String>();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Daysheet//Daysheet//EN");
    lines.add("CALSCALE:GREGORIAN");
    lines.addAll(ZoneText.of(zone, visit.start(), visit.end()));
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + visit.id());
    lines.add("SEQUENCE:" + (visit.version() - 1));
    lines.add("DTSTAMP:" + universal(now));
    lines.add("DTSTART" + time(visit.start(), zone));
    lines.add("DTEND" + time(visit.end(), zone));
    lines.add("SUMMARY:" + escaped(doctor.name()));
    lines.add("LOCATION:" + escaped(hospital.name()));
    lines.add(
        "GEO:%s;%s".formatted(hospital.location().latitude(), hospital.location().longitude()));
    lines.add("STATUS:" + status(visit));
    lines.add("CLASS:PRIVATE");
    lines.add("END:VEVENT");
    lines.add("END:VCALENDAR");
    return String.join("", lines.stream().map(CalendarFile::folded).toList());
  }

  private static String status(Appointment visit) {
    return switch (visit.status()) {
      case SCHEDULED -> "TENTATIVE";
      case CONFIRMED, ARRIVED, COMPLETED -> "CONFIRMED";
      case CANCELLED, NO_SHOW -> "CANCELLED";
    };
  }

  /// Where the wall shows an hour twice, a time of the wall means the first one: the second can
  /// only be said in UTC.
  private static String time(Instant instant, ZoneId zone) {
    LocalDateTime wall = LocalDateTime.ofInstant(instant, zone);
    return ZonedDateTime.of(wall, zone).withEarlierOffsetAtOverlap().toInstant().equals(instant)
        ? ";TZID=%s:%s".formatted(zone.getId(), ZoneText.local(wall))
        : ":" + universal(instant);
  }

  private static String universal(Instant instant) {
    return ZoneText.local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /// A long line goes on behind a space; a character is never cut.
  private static String folded(String line) {
    var text = new StringBuilder();
    int used = 0;
    for (int character : line.codePoints().toArray()) {
      String one = Character.toString(character);
      int octets = one.getBytes(StandardCharsets.UTF_8).length;
      if (used + octets > LINE) {
        text.append("\r\n ");
        used = 1;
      }
      text.append(one);
      used += octets;
    }
    return text.append("\r\n").toString();
  }
}
