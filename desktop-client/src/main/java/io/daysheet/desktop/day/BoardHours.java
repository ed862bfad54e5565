package io.daysheet.desktop.day;

import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.time.DayGrid;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The hours that the board shows of one date, and the starts on its grid.
///
/// All by instants: where the clock changes, an hour is missing or is there twice, and each start
/// of it is a row of its own.
///
/// @param opens the first opening of the date; equal to `closes` when the hospital stays closed
/// @param closes the last closing
/// @param starts the grid's starts in `[opens, closes)`, in order
/// @param slot elapsed time between two starts
public record BoardHours(
    LocalDate date,
    ZoneId zone,
    Instant opens,
    Instant closes,
    List<Instant> starts,
    Duration slot,
    DayGrid grid) {

  public BoardHours {
    starts = List.copyOf(starts);
  }

  /// The hours of a loaded day.
  public static BoardHours of(DaySchedule day) {
    Hospital hospital = day.hospital();
    ZoneId zone = hospital.timeZone();
    DayGrid grid = DayGrid.of(day.date(), zone, hospital.policy().grid());
    Instant midnight = day.date().atStartOfDay(zone).toInstant();
    Instant opens =
        day.opens() == null ? midnight : day.opens().startOn(day.date(), zone).toInstant();
    Instant closes =
        day.closes() == null ? midnight : day.closes().endOn(day.date(), zone).toInstant();
    List<Instant> starts =
        IntStream.range(0, grid.size())
            .mapToObj(grid::start)
            .filter(start -> !start.isBefore(opens) && start.isBefore(closes))
            .toList();
    Duration slot = Duration.ofMinutes(hospital.policy().gridMinutes());
    return new BoardHours(day.date(), zone, opens, closes, starts, slot, grid);
  }

  public boolean isClosed() {
    return !opens.isBefore(closes);
  }

  /// Elapsed hours between opening and closing.
  public double length() {
    return Duration.between(opens, closes).toSeconds() / 3600.0;
  }

  /// The part of a range that the board shows; empty if it lies wholly outside.
  public Optional<TimeRange> clip(TimeRange range) {
    Instant start = range.start().isBefore(opens) ? opens : range.start();
    Instant end = range.end().isAfter(closes) ? closes : range.end();
    return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
  }

  /// The row that an instant lies in: from its start to the next one, or to closing.
  public Optional<TimeRange> rowAt(Instant instant) {
    return rows().stream().filter(row -> row.contains(instant)).findFirst();
  }

  /// All rows, in order.
  public List<TimeRange> rows() {
    return IntStream.range(0, starts.size()).mapToObj(this::row).toList();
  }

  private TimeRange row(int index) {
    Instant end = index + 1 < starts.size() ? starts.get(index + 1) : closes;
    return new TimeRange(starts.get(index), end);
  }
}
