package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.hospital.StatedHours;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OpeningHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One weekday's opening hours as they are typed: `9-17`, `09:00–12:00, 13:00–17:00`, `24 h`, or
/// nothing for a day on which it is closed.
final class DayHours {

  private static final Pattern ALL_DAY = Pattern.compile("24 ?h?");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;+]\\s*|(?<=\\d)\\s+(?=\\d)");
  private static final Pattern INTERVAL = Pattern.compile("([\\d:.h]+)\\s*[-–—]\\s*([\\d:.h]+)");

  private DayHours() {}

  /// As it was typed, right or wrong; empty if it can't be read.
  static Optional<List<StatedHours>> parse(DayOfWeek day, String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return Optional.of(List.of());
    }
    if (ALL_DAY.matcher(text).matches()) {
      return Optional.of(
          List.of(new StatedHours(day, MinuteOfDay.MIDNIGHT, MinuteOfDay.END_OF_DAY)));
    }
    var hours = new ArrayList<StatedHours>();
    for (String part : BETWEEN.split(text, -1)) {
      Optional<StatedHours> interval = interval(day, part);
      if (interval.isEmpty()) {
        return Optional.empty();
      }
      hours.add(interval.get());
    }
    return Optional.of(List.copyOf(hours));
  }

  private static Optional<StatedHours> interval(DayOfWeek day, String part) {
    Matcher matcher = INTERVAL.matcher(part);
    return matcher.matches()
        ? WallTimes.parse(matcher.group(1))
            .flatMap(open ->
                WallTimes.parse(matcher.group(2)).map(close -> new StatedHours(day, open, close)))
        : Optional.empty();
  }

  /// As it is shown when nobody types.
  static String format(List<OpeningHours> hours) {
    return hours.stream().map(DayHours::format).collect(Collectors.joining(", "));
  }

  private static String format(OpeningHours hours) {
    return hours.open().equals(MinuteOfDay.MIDNIGHT) && hours.close().equals(MinuteOfDay.END_OF_DAY)
        ? "24 h"
        : hours.open() + "–" + hours.close();
  }
}
