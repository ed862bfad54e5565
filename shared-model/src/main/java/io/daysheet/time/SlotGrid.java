package io.daysheet.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// The starts that a hospital books on: every `minutes` from local midnight, by its wall clock.
///
/// The grid is the wall clock's, so on a clock-change day the hours before and after the change are
/// on it alike, an hour that happens twice offers each of its starts twice, and one that is skipped
/// offers none.
///
/// @param minutes between two starts, 5 to 1440
public record SlotGrid(int minutes) {

  public SlotGrid {
    if (minutes < 5 || minutes > 1440) {
      throw new IllegalArgumentException("a grid has 5 to 1440 minutes: " + minutes);
    }
  }

  public boolean holds(Instant instant, ZoneId zone) {
    return holds(instant.atZone(zone).toLocalTime());
  }

  public boolean holds(LocalTime time) {
    return time.toNanoOfDay() % (minutes * 60_000_000_000L) == 0;
  }
}
