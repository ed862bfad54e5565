package io.daysheet.rule;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Closure;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.time.OperatingHours;
import io.daysheet.time.StatedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The strict hourly clinic of the tests: Berlin, 09:00–19:00 every day, one doctor.
final class Clinic {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final HospitalId ID = new HospitalId(new UUID(0, 1));
  static final HospitalId ELSEWHERE = new HospitalId(new UUID(0, 2));
  static final Patient ZOFIA = patient(true, null);
  static final PatientId PATIENT = ZOFIA.id();
  static final Instant NOW = at("2026-03-18T12:00");

  static final Hospital HOSPITAL =
      hospital(BookingPolicy.hourly(), OperatingHours.daily("09:00", "19:00"));
  static final Doctor DOCTOR = doctor(3, true);

  private Clinic() {}

  static Hospital hospital(BookingPolicy policy, OperatingHours hours) {
    return new Hospital(
        ID,
        "Clinic",
        BERLIN,
        new GeoLocation(52.5, 13.4),
        hours,
        List.of(new Closure(LocalDate.of(2026, 5, 1), "Labour Day")),
        policy,
        true,
        1);
  }

  static Hospital closedDown() {
    var h = HOSPITAL;
    return new Hospital(
        h.id(),
        h.name(),
        h.timeZone(),
        h.location(),
        h.operatingHours(),
        h.closures(),
        h.policy(),
        false,
        1);
  }

  static Doctor doctor(int id, boolean active) {
    return doctor(id, active, true, List.of());
  }

  static Doctor doctor(boolean acceptsNewPatients, List<String> insurancePlans) {
    return doctor(3, true, acceptsNewPatients, insurancePlans);
  }

  private static Doctor doctor(
      int id, boolean active, boolean acceptsNewPatients, List<String> insurancePlans) {
    return new Doctor(
        new DoctorId(new UUID(0, id)),
        "Dr. Haddad",
        List.of("Cardiology"),
        List.of("de"),
        null,
        acceptsNewPatients,
        insurancePlans,
        List.of(ID),
        active,
        1);
  }

  static Patient patient(boolean active, @Nullable Insurance insurance) {
    return new Patient(
        new PatientId(new UUID(0, 4)),
        "1000004",
        "Zofia",
        "Kowalska",
        LocalDate.of(1987, 5, 14),
        null,
        null,
        insurance,
        null,
        ContactPreferences.NONE,
        active,
        null,
        1);
  }

  /// An instant by Berlin's wall clock.
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  static AppointmentType type() {
    return HOSPITAL.policy().type("FOLLOW_UP").orElseThrow();
  }

  static ProposedBooking booking(String local) {
    return ProposedBooking.of(
        HOSPITAL, DOCTOR, ZOFIA, StatedTime.of(LocalDateTime.parse(local), BERLIN), type());
  }

  static ProposedAvailability availability(String from, String until) {
    return new ProposedAvailability(
        HOSPITAL,
        DOCTOR,
        StatedTime.of(LocalDateTime.parse(from), BERLIN),
        StatedTime.of(LocalDateTime.parse(until), BERLIN));
  }

  static Availability open(String from, String until) {
    return open(ID, from, until);
  }

  static Availability open(HospitalId hospital, String from, String until) {
    return new Availability(
        new AvailabilityId(new UUID(0, 5)), hospital, DOCTOR.id(), at(from), at(until), null, 1);
  }

  static Appointment visit(DoctorId doctor, PatientId patient, String local, int minutes) {
    return visit(doctor, patient, local, minutes, AppointmentStatus.SCHEDULED);
  }

  static Appointment visit(
      DoctorId doctor, PatientId patient, String local, int minutes, AppointmentStatus status) {
    return new Appointment(
        new AppointmentId(new UUID(0, 6)),
        ID,
        doctor,
        patient,
        new PatientSummary("Zofia", "Kowalska", LocalDate.of(1987, 5, 14)),
        at(local),
        at(local).plus(Duration.ofMinutes(minutes)),
        "FOLLOW_UP",
        status,
        null,
        null,
        null,
        null,
        List.of(),
        1);
  }
}
