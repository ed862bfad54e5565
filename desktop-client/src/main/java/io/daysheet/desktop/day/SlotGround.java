package io.daysheet.desktop.day;

import io.daysheet.hospital.DoctorId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The places that the cursor can stand on: the shown columns by the grid's starts.
///
/// @param hours null before the first day is loaded
record SlotGround(List<DoctorColumnViewModel> columns, @Nullable BoardHours hours) {

  /// Some columns and rows on; it stops at the edges.
  SlotCursor moved(SlotCursor from, int right, int down) {
    List<Instant> starts = starts();
    if (columns.isEmpty() || starts.isEmpty()) {
      return from;
    }
    int column = Math.max(0, doctors().indexOf(from.doctor())) + right;
    int row = starts.indexOf(from.start()) + down;
    return new SlotCursor(
        doctors().get(Math.clamp(column, 0, columns.size() - 1)),
        starts.get(Math.clamp(row, 0, starts.size() - 1)));
  }

  /// The place of an instant in a doctor's column.
  Optional<SlotCursor> at(DoctorId doctor, Instant instant) {
    return hours == null || !doctors().contains(doctor)
        ? Optional.empty()
        : hours.rowAt(instant).map(row -> new SlotCursor(doctor, row.start()));
  }

  /// The soonest free slot; of two at one time the left one.
  Optional<SlotCursor> nextFree() {
    return columns.stream()
        .flatMap(SlotGround::firstFree)
        .min(Comparator.comparing(SlotCursor::start));
  }

  private static Stream<SlotCursor> firstFree(DoctorColumnViewModel column) {
    return Stream.ofNullable(column.freeProperty().get().next())
        .map(next -> new SlotCursor(column.doctor().id(), next));
  }

  /// The same place if there still is one, else the next free slot, else the time that it is now.
  Optional<SlotCursor> kept(@Nullable SlotCursor before, Instant now) {
    boolean stays =
        before != null && starts().contains(before.start()) && doctors().contains(before.doctor());
    return stays
        ? Optional.of(Objects.requireNonNull(before))
        : nextFree().or(() -> nowhereFree(now));
  }

  /// In the first column: the row at this time of the day, also on a day gone by or to come; before
  /// the doors open the first, after they closed the last.
  private Optional<SlotCursor> nowhereFree(Instant now) {
    if (columns.isEmpty() || hours == null || starts().isEmpty()) {
      return Optional.empty();
    }
    LocalTime time = now.atZone(hours.zone()).toLocalTime();
    Instant sameTime = hours.date().atTime(time).atZone(hours.zone()).toInstant();
    Instant row =
        starts().stream()
            .filter(start -> !start.isAfter(sameTime))
            .reduce((_, later) -> later)
            .orElse(starts().getFirst());
    return Optional.of(new SlotCursor(doctors().getFirst(), row));
  }

  private List<Instant> starts() {
    return hours == null ? List.of() : hours.starts();
  }

  private List<DoctorId> doctors() {
    return columns.stream().map(column -> column.doctor().id()).toList();
  }
}
