package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.time.OperatingHours;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A week's opening hours in one line: "Mon–Fri 09:00–17:00, Sat 09:00–12:00".
final class WeekWording {

  private final Messages messages;

  WeekWording(Messages messages) {
    this.messages = messages;
  }

  String hours(OperatingHours hours) {
    List<String> parts = new ArrayList<>();
    DayOfWeek[] days = DayOfWeek.values();
    for (int from = 0; from < days.length; ) {
      String open = DayHours.format(hours.of(days[from]));
      int next = from + 1;
      while (next < days.length && DayHours.format(hours.of(days[next])).equals(open)) {
        next++;
      }
      if (!open.isEmpty()) {
        parts.add(days(days[from], days[next - 1]) + " " + open);
      }
      from = next;
    }
    return parts.isEmpty() ? messages.get("hours.none") : String.join(", ", parts);
  }

  private static String days(DayOfWeek first, DayOfWeek last) {
    return first == last ? name(first) : name(first) + "–" + name(last);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
