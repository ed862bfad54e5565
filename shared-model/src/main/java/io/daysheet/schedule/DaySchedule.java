package io.daysheet.schedule;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.Room;
import io.daysheet.time.MinuteOfDay;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One hospital's date with everything that overlaps it, as it was at one number of its stream.
///
/// @param date a date of the hospital's calendar
/// @param opens the first opening on its wall clock, null when closed that date
/// @param closes the last closing, up to 24:00; null when closed that date
/// @param stream the number up to which changes are contained
public record DaySchedule(
    Hospital hospital,
    LocalDate date,
    @Nullable MinuteOfDay opens,
    @Nullable MinuteOfDay closes,
    StreamPosition stream,
    List<Doctor> doctors,
    List<Availability> availabilities,
    List<Appointment> appointments,
    List<Hold> holds,
    List<TimeOff> timeOff,
    List<Room> rooms) {

  public DaySchedule {
    doctors = List.copyOf(doctors);
    availabilities = List.copyOf(availabilities);
    appointments = List.copyOf(appointments);
    holds = List.copyOf(holds);
    timeOff = List.copyOf(timeOff);
    rooms = List.copyOf(rooms);
  }
}
