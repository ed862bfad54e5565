package io.daysheet.desktop.board;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.FreeStarts;
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
    Map<DoctorId, FreeStarts> free) {

  public BoardDay {
    doctors = List.copyOf(doctors);
    availabilities = List.copyOf(availabilities);
    appointments = List.copyOf(appointments);
    free = Map.copyOf(free);
  }
}
