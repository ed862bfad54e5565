package io.daysheet.desktop.day;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.OperatingHours;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// Small makers of what the board shows; the same words give the same ids.
final class Facts {
  private Facts() {}

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static Hospital hospital(
      String name, String zone, String opens, String closes, BookingPolicy policy) {
    return new Hospital(
        new HospitalId(id(name)),
        name,
        ZoneId.of(zone),
        new GeoLocation(52.5, 13.4),
        OperatingHours.daily(opens, closes),
        List.of(),
        policy,
        true,
        1);
  }

  static Doctor doctor(String name, String specialty, Hospital hospital) {
    return new Doctor(
        new DoctorId(id(name)),
        name,
        List.of(specialty),
        List.of("de", "en"),
        null,
        true,
        List.of(),
        List.of(hospital.id()),
        true,
        1);
  }

  static Availability availability(Hospital hospital, Doctor doctor, Instant start, Instant end) {
    return new Availability(
        new AvailabilityId(id(doctor.name() + start)),
        hospital.id(),
        doctor.id(),
        start,
        end,
        null,
        1);
  }

  /// @param name family name, comma, given name
  static Appointment visit(
      Hospital hospital,
      Doctor doctor,
      Instant start,
      String type,
      AppointmentStatus status,
      String name) {
    String[] names = name.split("[,،] ", 2);
    return new Appointment(
        new AppointmentId(id(doctor.name() + start + name)),
        hospital.id(),
        doctor.id(),
        new PatientId(id(name)),
        new PatientSummary(names.length > 1 ? names[1] : "", names[0], LocalDate.of(1980, 1, 1)),
        start,
        start.plus(hospital.policy().type(type).orElseThrow().length()),
        type,
        status,
        null,
        null,
        null,
        null,
        List.of(),
        1);
  }

  /// The same visit elsewhere or in another state, one version on.
  static Appointment changed(
      Appointment visit, DoctorId doctor, Instant start, AppointmentStatus status) {
    return new Appointment(
        visit.id(),
        visit.hospitalId(),
        doctor,
        visit.patientId(),
        visit.patient(),
        start,
        start.plus(visit.during().length()),
        visit.type(),
        status,
        visit.reason(),
        visit.notes(),
        visit.roomId(),
        visit.telehealthLink(),
        visit.needsAttention(),
        visit.version() + 1);
  }

  static Hold hold(Hospital hospital, Doctor doctor, Instant start, Instant until) {
    return new Hold(
        new HoldId(id("hold" + doctor.name() + start)),
        hospital.id(),
        doctor.id(),
        start,
        start.plusSeconds(60L * hospital.policy().gridMinutes()),
        until,
        "Desk 2 · J. Novák");
  }

  static TimeOff timeOff(Doctor doctor, Instant start, Instant end, TimeOff.Reason reason) {
    return new TimeOff(
        new TimeOffId(id("off" + doctor.name())), doctor.id(), start, end, reason, 1);
  }
}
