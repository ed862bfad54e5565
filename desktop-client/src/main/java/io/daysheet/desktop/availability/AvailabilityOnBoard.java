package io.daysheet.desktop.availability;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardAvailability;
import io.daysheet.desktop.board.WriteState;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the board shows of an availability, in it and around it.
record AvailabilityOnBoard(Board board, Availability availability) {

  /// How the board shows it; empty once another desk has removed it.
  Optional<WriteState> state() {
    return board.availabilities().stream()
        .filter(a -> a.id().equals(availability.id()))
        .map(BoardAvailability::state)
        .findFirst();
  }

  /// The visits inside that would stand outside.
  ///
  /// @param stays what is left of it; null if all of it goes
  Stream<Appointment> visitsWithout(@Nullable TimeRange stays) {
    return board.appointments().stream()
        .map(BoardAppointment::appointment)
        .filter(a -> a.occupiesTime() && a.doctorId().equals(availability.doctorId()))
        .filter(a -> availability.during().contains(a.during()))
        .filter(a -> stays == null || !stays.contains(a.during()));
  }

  /// The doctor's other ones.
  List<Availability> others() {
    return board.availabilities().stream()
        .map(BoardAvailability::availability)
        .filter(a -> a.doctorId().equals(availability.doctorId()))
        .filter(a -> !a.id().equals(availability.id()))
        .toList();
  }
}
