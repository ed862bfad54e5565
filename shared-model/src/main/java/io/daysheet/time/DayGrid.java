package io.daysheet.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.stream.LongStream;

/// The grid of one local date as instants: every start on it, in order, numbered from 0.
///
/// Immutable; worth keeping, since making one asks the zone's rules and using one does not.
public final class DayGrid {

  private final LocalDate date;
  private final long[] starts;

  /// Seconds between two starts when all are equal, else 0: then starts are searched, not computed.
  private final long step;

  private DayGrid(LocalDate date, long[] starts) {
    this.date = date;
    this.starts = starts;
    this.step = evenStep(starts);
  }

  public static DayGrid of(LocalDate date, ZoneId zone, SlotGrid grid) {
    long from = date.atStartOfDay(zone).toEpochSecond();
    long until = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
    ZoneOffsetTransition change =
        zone.getRules().nextTransition(Instant.ofEpochSecond(from).minusNanos(1));
    boolean steady = change == null || change.toEpochSecond() >= until;
    // Offsets are whole minutes in every zone that books today, so a minute's step finds each start
    // of a day on which the clock changes.
    long[] starts =
        steady
            ? LongStream.iterate(from, s -> s < until, s -> s + grid.minutes() * 60L).toArray()
            : LongStream.iterate(from, s -> s < until, s -> s + 60)
                .filter(s -> grid.holds(Instant.ofEpochSecond(s), zone))
                .toArray();
    return new DayGrid(date, starts);
  }

  private static long evenStep(long[] starts) {
    long step = starts.length < 2 ? 0 : starts[1] - starts[0];
    for (int i = 2; i < starts.length; i++) {
      if (starts[i] - starts[i - 1] != step) {
        return 0;
      }
    }
    return step;
  }

  public LocalDate date() {
    return date;
  }

  public int size() {
    return starts.length;
  }

  public Instant start(int index) {
    return Instant.ofEpochSecond(starts[index]);
  }

  /// The number of the first start at or after an instant; `size()` if there is none.
  ///
  /// @param epochSecond the instant in seconds since 1970-01-01T00:00Z
  public int firstAtOrAfter(long epochSecond) {
    int size = starts.length;
    if (size == 0 || epochSecond <= starts[0]) {
      return 0;
    }
    if (epochSecond > starts[size - 1]) {
      return size;
    }
    if (step > 0) {
      return (int) ((epochSecond - starts[0] + step - 1) / step);
    }
    int found = Arrays.binarySearch(starts, epochSecond);
    return found >= 0 ? found : -found - 1;
  }
}
