package io.daysheet.hospital;

import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OpeningHours;
import java.time.DayOfWeek;

/// One interval of a weekday as somebody typed it: it may close before it opens.
public record StatedHours(DayOfWeek day, MinuteOfDay open, MinuteOfDay close) {

  public boolean closesAfterItOpens() {
    return open.compareTo(close) < 0;
  }

  public boolean overlaps(StatedHours other) {
    return day == other.day && open.compareTo(other.close) < 0 && other.open.compareTo(close) < 0;
  }

  public OpeningHours interval() {
    return new OpeningHours(day, open, close);
  }
}
