package io.daysheet.desktop.day;

import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An availability as it is drawn: its part inside the opening hours, row by row.
///
/// @param shown the part that lies within the board's hours
/// @param rows the grid's rows that overlap it, cut to it
public record Band(Availability availability, TimeRange shown, List<Row> rows, Writing writing) {
  public Band {
    rows = List.copyOf(rows);
  }

  /// One row of the grid in the band.
  ///
  /// @param free a visit can start here, now
  /// @param first the first free one of its band, which also names the band's range
  /// @param freedAt when a cancellation freed it during this session
  public record Row(TimeRange range, boolean free, boolean first, @Nullable Instant freedAt) {}
}
