package io.daysheet.desktop.board;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.schedule.Slots;
import io.daysheet.time.DayGrid;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The free starts of each doctor of one date, kept until that doctor's day is another one.
final class FreeTimes {

  private final Hospital hospital;
  private final DayGrid grid;
  private final AppointmentType shortest;
  private final Map<DoctorId, FreeStarts> free = new HashMap<>();

  FreeTimes(Hospital hospital, LocalDate date) {
    this.hospital = hospital;
    this.grid = DayGrid.of(date, hospital.timeZone(), hospital.policy().grid());
    this.shortest =
        hospital.policy().appointmentTypes().stream()
            .min(
                Comparator.comparingInt(AppointmentType::minutes)
                    .thenComparingInt(AppointmentType::bufferMinutes))
            .orElseThrow();
  }

  /// Computes one doctor's anew; true if they are other ones now.
  boolean update(
      DoctorId doctor,
      Collection<BoardAvailability> availabilities,
      Collection<BoardAppointment> appointments) {
    FreeStarts now = compute(doctor, shortest, availabilities, appointments);
    FreeStarts before = free.put(doctor, now);
    return before == null || !before.stream().toList().equals(now.stream().toList());
  }

  FreeStarts of(DoctorId doctor) {
    FreeStarts known = free.get(doctor);
    return known != null
        ? known
        : Slots.free(grid, shortest.length(), shortest.buffer(), List.of(), List.of());
  }

  /// The starts at which a visit of `type` fits. What is still being saved can't be booked yet;
  /// what is being cancelled still takes its time.
  FreeStarts compute(
      DoctorId doctor,
      AppointmentType type,
      Collection<BoardAvailability> availabilities,
      Collection<BoardAppointment> appointments) {
    List<TimeRange> available =
        availabilities.stream()
            .filter(a -> a.availability().doctorId().equals(doctor))
            .filter(a -> a.state() == WriteState.SAVED)
            .map(a -> a.availability().during())
            .toList();
    List<TimeRange> occupied =
        appointments.stream()
            .map(BoardAppointment::appointment)
            .filter(a -> a.occupiesTime() && a.doctorId().equals(doctor))
            .map(a -> a.during().extendedBy(buffer(a)))
            .toList();
    return Slots.free(grid, type.length(), type.buffer(), available, occupied);
  }

  private Duration buffer(Appointment appointment) {
    return hospital
        .policy()
        .type(appointment.type())
        .map(AppointmentType::buffer)
        .orElse(Duration.ZERO);
  }

  Map<DoctorId, FreeStarts> of(Collection<Doctor> doctors) {
    var all = new HashMap<DoctorId, FreeStarts>();
    doctors.forEach(d -> all.put(d.id(), of(d.id())));
    return all;
  }
}
