package io.daysheet.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A zone as RFC 5545 writes it: the offsets around one time, so that whoever reads the file needs
/// no zones of their own, and none that are newer or older than ours.
final class ZoneText {

  /// A zone without clock changes has one offset, since ever.
  private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private ZoneText() {}

  static String local(LocalDateTime time) {
    return LOCAL.format(time);
  }

  /// The lines of a `VTIMEZONE` that is right from `start` until the end of what begins there.
  static List<String> of(ZoneId zone, Instant start, Instant end) {
    var lines = new ArrayList<>(List.of("BEGIN:VTIMEZONE", "TZID:" + zone.getId()));
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> changes = changes(rules, start, end);
    if (changes.isEmpty()) {
      ZoneOffset only = rules.getOffset(start);
      lines.addAll(observance(false, EVER, only, only));
    }
    for (ZoneOffsetTransition change : changes) {
      lines.addAll(
          observance(
              rules.isDaylightSavings(change.getInstant()),
              change.getDateTimeBefore(),
              change.getOffsetBefore(),
              change.getOffsetAfter()));
    }
    lines.add("END:VTIMEZONE");
    return lines;
  }

  /// The one before, and all until the next one after the end.
  private static List<ZoneOffsetTransition> changes(ZoneRules rules, Instant start, Instant end) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    @Nullable ZoneOffsetTransition change =
        rules.previousTransition(start.plus(Duration.ofNanos(1)));
    while (change != null) {
      changes.add(change);
      change = change.getInstant().isAfter(end) ? null : rules.nextTransition(change.getInstant());
    }
    return changes;
  }

  private static List<String> observance(
      boolean isSummer, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
    String kind = isSummer ? "DAYLIGHT" : "STANDARD";
    return List.of(
        "BEGIN:" + kind,
        "DTSTART:" + local(from),
        "TZOFFSETFROM:" + offset(before),
        "TZOFFSETTO:" + offset(after),
        "END:" + kind);
  }

  /// Seconds only where there are some: local mean times of long ago.
  private static String offset(ZoneOffset offset) {
    int seconds = Math.abs(offset.getTotalSeconds());
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    String minutes = "%s%02d%02d".formatted(sign, seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? minutes : minutes + "%02d".formatted(seconds % 60);
  }
}
