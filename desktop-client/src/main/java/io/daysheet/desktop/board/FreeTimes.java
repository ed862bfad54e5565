package io.daysheet.desktop.board;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.BookableDay;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The free starts of each doctor of one date, kept until that doctor's day is another one.
final class FreeTimes {

  /// What is on the board.
  interface Facts {
    Collection<BoardAvailability> availabilities();

    Collection<BoardAppointment> appointments();

    Collection<BoardHold> holds();

    Collection<TimeOff> timeOff();
  }

  private final Hospital hospital;
  private final BookableDay day;
  private final AppointmentType shortest;
  private final Map<DoctorId, FreeStarts> free = new HashMap<>();

  FreeTimes(Hospital hospital, LocalDate date) {
    this.hospital = hospital;
    this.day = BookableDay.of(hospital, date);
    this.shortest = hospital.policy().shortestType();
  }

  /// Computes one doctor's anew; true if they are other ones now.
  boolean update(DoctorId doctor, Facts facts) {
    FreeStarts now = compute(doctor, shortest, facts);
    FreeStarts before = free.put(doctor, now);
    return before == null || !before.stream().toList().equals(now.stream().toList());
  }

  FreeStarts of(DoctorId doctor) {
    FreeStarts known = free.get(doctor);
    return known != null ? known : day.free(shortest, List.of(), List.of(), List.of());
  }

  /// The starts at which a visit of `type` fits. What is still being saved can't be booked yet;
  /// what is being cancelled still takes its time. What this desk holds is free for itself.
  FreeStarts compute(DoctorId doctor, AppointmentType type, Facts facts) {
    List<TimeRange> available =
        facts.availabilities().stream()
            .filter(a -> a.availability().doctorId().equals(doctor))
            .filter(a -> a.state() == WriteState.SAVED)
            .map(a -> a.availability().during())
            .toList();
    Stream<TimeRange> visits =
        facts.appointments().stream()
            .map(BoardAppointment::appointment)
            .filter(a -> a.occupiesTime() && a.doctorId().equals(doctor))
            .map(a -> a.during().extendedBy(buffer(a)));
    Stream<TimeRange> holds =
        facts.holds().stream()
            .filter(h -> !h.own() && h.hold().doctorId().equals(doctor))
            .map(h -> h.hold().during());
    List<TimeRange> away =
        facts.timeOff().stream()
            .filter(off -> off.doctorId().equals(doctor))
            .map(TimeOff::during)
            .toList();
    return day.free(type, available, Stream.concat(visits, holds).toList(), away);
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
