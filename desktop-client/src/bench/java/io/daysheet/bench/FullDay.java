package io.daysheet.bench;

import io.daysheet.hospital.AppointmentType;
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
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OperatingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// A day of twenty doctors with twenty visits of half an hour each, as a screen gets it.
record FullDay(LocalDate date) {

  static final int DOCTORS = 20;
  static final int VISITS = 20;
  static final int MINUTES = 30;

  private static final AppointmentStatus[] STATES = {
    AppointmentStatus.SCHEDULED, AppointmentStatus.CONFIRMED, AppointmentStatus.ARRIVED
  };

  static final Hospital HOSPITAL =
      new Hospital(
          new HospitalId(new UUID(1, 0)),
          "Hospital",
          Clinics.ZONE,
          new GeoLocation(52.5, 13.4),
          OperatingHours.daily("08:00", "18:00"),
          List.of(),
          BookingPolicy.of(
              MINUTES, List.of(new AppointmentType("FOLLOW_UP", MINUTES, 0, false, true))),
          true,
          1);

  DaySchedule schedule() {
    List<Doctor> doctors = IntStream.range(0, DOCTORS).mapToObj(FullDay::doctor).toList();
    return new DaySchedule(
        HOSPITAL,
        date,
        MinuteOfDay.parse("08:00"),
        MinuteOfDay.parse("18:00"),
        new StreamPosition("bench", 0),
        doctors,
        doctors.stream().map(this::availability).toList(),
        IntStream.range(0, DOCTORS * VISITS).mapToObj(this::visit).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  Instant opens() {
    return date.atTime(8, 0).atZone(Clinics.ZONE).toInstant();
  }

  private static Doctor doctor(int number) {
    return new Doctor(
        new DoctorId(new UUID(2, number)),
        "Doctor " + number,
        List.of("Cardiology"),
        List.of(),
        null,
        true,
        List.of(),
        List.of(HOSPITAL.id()),
        true,
        1);
  }

  private Availability availability(Doctor doctor) {
    return new Availability(
        new AvailabilityId(new UUID(date.toEpochDay(), doctor.id().value().hashCode())),
        HOSPITAL.id(),
        doctor.id(),
        opens(),
        opens().plusSeconds(10 * 3600),
        null,
        1);
  }

  private Appointment visit(int number) {
    Instant start = opens().plusSeconds(60L * MINUTES * (number % VISITS));
    return new Appointment(
        new AppointmentId(new UUID(date.toEpochDay(), number)),
        HOSPITAL.id(),
        new DoctorId(new UUID(2, number / VISITS)),
        new PatientId(new UUID(5, number)),
        new PatientSummary("Given " + number, "Family " + number, LocalDate.of(1980, 1, 1)),
        start,
        start.plusSeconds(60L * MINUTES),
        "FOLLOW_UP",
        STATES[number % STATES.length],
        null,
        null,
        null,
        null,
        List.of(),
        1);
  }

  /// The same visit in its next state, one version on.
  static Appointment next(Appointment visit) {
    return new Appointment(
        visit.id(),
        visit.hospitalId(),
        visit.doctorId(),
        visit.patientId(),
        visit.patient(),
        visit.start(),
        visit.end(),
        visit.type(),
        STATES[visit.version() % STATES.length],
        visit.reason(),
        visit.notes(),
        visit.roomId(),
        visit.telehealthLink(),
        visit.needsAttention(),
        visit.version() + 1);
  }
}
