package io.daysheet.schedule;

import io.daysheet.time.SlotGrid;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The slot kernel as anybody would write it: walk the day, look at every range. The oracle of the
/// tests and the yardstick of the bench.
public final class NaiveSlots {

  private NaiveSlots() {}

  /// The free starts of `date`, in order.
  public static List<Instant> free(
      LocalDate date,
      ZoneId zone,
      SlotGrid grid,
      Duration length,
      Duration buffer,
      List<TimeRange> available,
      List<TimeRange> occupied) {
    var free = new ArrayList<Instant>();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    for (Instant start = date.atStartOfDay(zone).toInstant();
        start.isBefore(end);
        start = start.plus(Duration.ofMinutes(5))) {
      if (grid.holds(start, zone)) {
        TimeRange visit = TimeRange.of(start, length);
        TimeRange blocked = visit.extendedBy(buffer);
        if (available.stream().anyMatch(a -> a.contains(visit))
            && occupied.stream().noneMatch(o -> o.overlaps(blocked))) {
          free.add(start);
        }
      }
    }
    return free;
  }
}
