package io.daysheet.server.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A calendar that knows no zones: it reads a file as RFC 5545 asks, by the offsets in it. A time
/// that the wall shows twice means the first one.
record ReadCalendar(Instant start, Instant end) {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  /// @param since by the offset before
  private record Observance(LocalDateTime since, ZoneOffset before, ZoneOffset after) {
    Instant onset() {
      return since.toInstant(before);
    }
  }

  static ReadCalendar of(String file) {
    List<String> lines = lines(file);
    List<Observance> observances = observances(lines);
    return new ReadCalendar(
        instant(lines, "DTSTART", observances), instant(lines, "DTEND", observances));
  }

  static List<String> lines(String file) {
    return List.of(file.replace("\r\n ", "").split("\r\n"));
  }

  private static List<Observance> observances(List<String> lines) {
    var found = new ArrayList<Observance>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("BEGIN:STANDARD") || lines.get(i).equals("BEGIN:DAYLIGHT")) {
        found.add(
            new Observance(
                LocalDateTime.parse(value(lines.get(i + 1), "DTSTART:"), LOCAL),
                offset(value(lines.get(i + 2), "TZOFFSETFROM:")),
                offset(value(lines.get(i + 3), "TZOFFSETTO:"))));
      }
    }
    found.sort(Comparator.comparing(Observance::onset));
    return found;
  }

  private static ZoneOffset offset(String text) {
    return ZoneOffset.of(text);
  }

  private static String value(String line, String name) {
    if (!line.startsWith(name)) {
      throw new AssertionError(line + " is no " + name);
    }
    return line.substring(name.length());
  }

  /// Of the event: the last that is called so.
  private static Instant instant(List<String> lines, String name, List<Observance> observances) {
    String line =
        lines.stream()
            .filter(each -> each.startsWith(name))
            .reduce((_, last) -> last)
            .orElseThrow();
    String time = line.substring(line.lastIndexOf(':') + 1);
    if (time.endsWith("Z")) {
      return LocalDateTime.parse(time.substring(0, time.length() - 1), LOCAL)
          .toInstant(ZoneOffset.UTC);
    }
    LocalDateTime local = LocalDateTime.parse(time, LOCAL);
    ZoneOffset offset = observances.getFirst().after();
    for (Observance each : observances) {
      if (!local.toInstant(each.before()).isBefore(each.onset())) {
        offset = each.after();
      }
    }
    return local.toInstant(offset);
  }
}
