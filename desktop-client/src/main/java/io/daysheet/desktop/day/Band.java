package io.daysheet.desktop.day;

import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An availability as it is drawn: its part inside the opening hours, row by row.
///
/// @param shown the part that lies within the board's hours
/// @param rows the grid's rows that overlap it, cut to it
public record Band(Availability availability, TimeRange shown, List<Row> rows, Writing writing) {
  public Band {
    rows = List.copyOf(rows);
  }

  /// An availability with the rows of the grid that it reaches into.
  ///
  /// @param starts at which a visit can begin now
  /// @param freed starts that a cancellation freed, and when
  static Band of(
      Availability availability,
      TimeRange shown,
      List<TimeRange> grid,
      FreeStarts starts,
      Map<Instant, Instant> freed,
      Writing writing) {
    List<Row> rows = new ArrayList<>();
    boolean first = true;
    for (TimeRange row : grid) {
      if (row.overlaps(shown)) {
        TimeRange cut =
            new TimeRange(latest(row.start(), shown.start()), earliest(row.end(), shown.end()));
        boolean isFree = row.start().equals(cut.start()) && starts.contains(row.start());
        rows.add(new Row(cut, isFree, isFree && first, freed.get(row.start())));
        first &= !isFree;
      }
    }
    return new Band(availability, shown, rows, writing);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// One row of the grid in the band.
  ///
  /// @param free a visit can start here, now
  /// @param first the first free one of its band, which also names the band's range
  /// @param freedAt when a cancellation freed it during this session
  public record Row(TimeRange range, boolean free, boolean first, @Nullable Instant freedAt) {}
}
