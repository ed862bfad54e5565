package io.daysheet.desktop.board;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.Room;
import io.daysheet.rule.Surroundings;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.MinuteOfDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that the board shows of one hospital's date, what is pending included.
///
/// @param opens the first opening on the hospital's wall clock; null when closed that date
/// @param closes the last closing, up to 24:00; null when closed that date
/// @param free for every doctor of `doctors`, as in [BoardNews.FreeStartsChanged]
public record BoardDay(
    Hospital hospital,
    LocalDate date,
    @Nullable MinuteOfDay opens,
    @Nullable MinuteOfDay closes,
    List<Doctor> doctors,
    List<BoardAvailability> availabilities,
    List<BoardAppointment> appointments,
    List<BoardHold> holds,
    List<TimeOff> timeOff,
    List<Room> rooms,
    Map<DoctorId, FreeStarts> free) {

  public BoardDay {
    doctors = List.copyOf(doctors);
    availabilities = List.copyOf(availabilities);
    appointments = List.copyOf(appointments);
    holds = List.copyOf(holds);
    timeOff = List.copyOf(timeOff);
    rooms = List.copyOf(rooms);
    free = Map.copyOf(free);
  }

  /// What the rules look at around a visit that somebody wants here: everything but a visit that is
  /// to be moved, and what is held for a form of this desk.
  Surroundings around(@Nullable AppointmentId moved) {
    return new Surroundings(
        availabilities.stream()
            .filter(a -> a.state() == WriteState.SAVED)
            .map(BoardAvailability::availability)
            .toList(),
        appointments.stream()
            .map(BoardAppointment::appointment)
            .filter(a -> !a.id().equals(moved))
            .toList(),
        holds.stream().filter(h -> !h.own()).map(BoardHold::hold).toList(),
        timeOff,
        rooms);
  }
}
