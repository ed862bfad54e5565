package io.daysheet.desktop;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A made-up day with a visit in every state, for [SelfCheck].
final class SampleDay {

  private static final LocalDate DATE = LocalDate.of(2026, 3, 19);
  private static final int DOCTORS = 8;
  private static final AppointmentStatus[] STATES = {
    AppointmentStatus.COMPLETED,
    AppointmentStatus.NO_SHOW,
    AppointmentStatus.ARRIVED,
    AppointmentStatus.CONFIRMED,
    AppointmentStatus.SCHEDULED
  };

  private static final Hospital HOSPITAL =
      new Hospital(
          new HospitalId(new UUID(1, 0)),
          "Sample Clinic",
          ZoneOffset.UTC,
          new GeoLocation(52.5, 13.4),
          OperatingHours.daily("09:00", "19:00"),
          List.of(),
          BookingPolicy.hourly(),
          true,
          1);

  private SampleDay() {}

  static Instant noon() {
    return at(12);
  }

  static DaySchedule schedule() {
    List<Doctor> doctors = new ArrayList<>();
    List<Availability> availabilities = new ArrayList<>();
    List<Appointment> visits = new ArrayList<>();
    for (int number = 0; number < DOCTORS; number++) {
      Doctor doctor = doctor(number);
      doctors.add(doctor);
      availabilities.add(availability(doctor, number));
      for (int i = 0; i < STATES.length; i++) {
        visits.add(visit(doctor, number * STATES.length + i, at(9 + i), STATES[i]));
      }
    }
    return new DaySchedule(
        HOSPITAL,
        DATE,
        MinuteOfDay.parse("09:00"),
        MinuteOfDay.parse("19:00"),
        new StreamPosition("sample", 0),
        doctors,
        availabilities,
        visits,
        List.of(),
        List.of(),
        List.of());
  }

  private static Instant at(int hour) {
    return DATE.atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }

  private static Doctor doctor(int number) {
    return new Doctor(
        new DoctorId(new UUID(2, number)),
        "Sample Doctor " + number,
        List.of("Cardiology"),
        List.of(),
        null,
        true,
        List.of(),
        List.of(HOSPITAL.id()),
        true,
        1);
  }

  private static Availability availability(Doctor doctor, int number) {
    return new Availability(
        new AvailabilityId(new UUID(3, number)),
        HOSPITAL.id(),
        doctor.id(),
        at(9),
        at(17),
        null,
        1);
  }

  private static Appointment visit(
      Doctor doctor, int number, Instant start, AppointmentStatus status) {
    return new Appointment(
        new AppointmentId(new UUID(4, number)),
        HOSPITAL.id(),
        doctor.id(),
        new PatientId(new UUID(5, number)),
        new PatientSummary("Sample", "Patient " + number, DATE.minusYears(40)),
        start,
        start.plusSeconds(3600),
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
