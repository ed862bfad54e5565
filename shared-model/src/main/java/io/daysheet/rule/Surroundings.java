package io.daysheet.rule;

import io.daysheet.hospital.Room;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.TimeOff;
import java.util.Collection;
import java.util.List;

/// What is in the schedule around a visit that somebody wants: what the rules look at.
///
/// A visit that is to be moved is not in its own way, nor is the hold of the one who asks: whoever
/// makes this leaves them out.
///
/// @param availabilities the doctor's around that time
/// @param appointments the doctor's, the patient's and the rooms' around that time, at whichever
///   hospitals
/// @param holds other desks' of the doctor's time
/// @param timeOff the doctor's
/// @param rooms the hospital's
public record Surroundings(
    Collection<Availability> availabilities,
    Collection<Appointment> appointments,
    Collection<Hold> holds,
    Collection<TimeOff> timeOff,
    Collection<Room> rooms) {

  public Surroundings {
    availabilities = List.copyOf(availabilities);
    appointments = List.copyOf(appointments);
    holds = List.copyOf(holds);
    timeOff = List.copyOf(timeOff);
    rooms = List.copyOf(rooms);
  }

  /// Nobody is away, holds anything or needs a room.
  public static Surroundings of(
      Collection<Availability> availabilities, Collection<Appointment> appointments) {
    return new Surroundings(availabilities, appointments, List.of(), List.of(), List.of());
  }
}
