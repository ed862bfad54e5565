package io.daysheet.desktop.board;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OperatingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// A small hospital to try things in: open 09:00 to 19:00, three doctors, one date.
public final class Clinic {

  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  public static final LocalDate DATE = LocalDate.of(2026, 3, 19);
  public static final HospitalId ID = new HospitalId(new UUID(1, 1));

  public static final Hospital HOSPITAL =
      new Hospital(
          ID,
          "St. Hedwig Clinic",
          ZONE,
          new GeoLocation(52.52, 13.4),
          OperatingHours.daily("09:00", "19:00"),
          List.of(),
          BookingPolicy.hourly(),
          true,
          1);

  public static final Doctor HADDAD = doctor(1, "Dr. Amira Haddad", "Cardiology");
  public static final Doctor LINDQVIST = doctor(2, "Dr. Jonas Lindqvist", "General medicine");
  public static final Doctor MENSAH = doctor(3, "Dr. Kwame Mensah", "Internal medicine");
  public static final List<Doctor> DOCTORS = List.of(HADDAD, LINDQVIST, MENSAH);

  private Clinic() {}

  private static Doctor doctor(int number, String name, String specialty) {
    return new Doctor(
        new DoctorId(new UUID(2, number)),
        name,
        List.of(specialty),
        List.of("de"),
        null,
        true,
        List.of(),
        List.of(ID),
        true,
        1);
  }

  /// An hour of the date on the hospital's wall clock; 24 and more are the next date's.
  public static Instant at(int hour) {
    return at(DATE, hour);
  }

  public static Instant at(LocalDate date, int hour) {
    return date.plusDays(hour / 24).atTime(hour % 24, 0).atZone(ZONE).toInstant();
  }

  public static Availability availability(int number, Doctor doctor, int from, int until) {
    return new Availability(
        new AvailabilityId(new UUID(3, number)), ID, doctor.id(), at(from), at(until), null, 1);
  }

  public static Appointment visit(int number, Doctor doctor, int hour, int patient) {
    return new Appointment(
        new AppointmentId(new UUID(4, number)),
        ID,
        doctor.id(),
        new PatientId(new UUID(5, patient)),
        new PatientSummary("Zofia", "Kowalska", LocalDate.of(1987, 5, 14)),
        at(hour),
        at(hour + 1),
        "FOLLOW_UP",
        AppointmentStatus.SCHEDULED,
        null,
        null,
        null,
        null,
        List.of(),
        1);
  }

  public static Appointment with(Appointment a, AppointmentStatus status, int version) {
    return new Appointment(
        a.id(),
        a.hospitalId(),
        a.doctorId(),
        a.patientId(),
        a.patient(),
        a.start(),
        a.end(),
        a.type(),
        status,
        a.reason(),
        a.notes(),
        a.roomId(),
        a.telehealthLink(),
        a.needsAttention(),
        version);
  }

  /// An hour that a desk holds, until it begins.
  public static Hold hold(int number, DoctorId doctor, Instant start, String holder) {
    return new Hold(
        new HoldId(new UUID(6, number)), ID, doctor, start, start.plusSeconds(3600), start, holder);
  }

  /// The same, until another moment.
  public static Hold until(Hold hold, Instant until) {
    return new Hold(
        hold.id(),
        hold.hospitalId(),
        hold.doctorId(),
        hold.start(),
        hold.end(),
        until,
        hold.holder());
  }

  public static DaySchedule day(
      long sequence, List<Availability> availabilities, List<Appointment> appointments) {
    return day(DATE, new StreamPosition("epoch", sequence), availabilities, appointments);
  }

  public static DaySchedule day(
      LocalDate date,
      StreamPosition position,
      List<Availability> availabilities,
      List<Appointment> appointments) {
    return day(HOSPITAL, date, position, availabilities, appointments, List.of());
  }

  /// The clinic booking in another way, and with rooms.
  public static DaySchedule day(
      BookingPolicy policy,
      List<Availability> availabilities,
      List<Appointment> appointments,
      List<Room> rooms) {
    Hospital hospital =
        new Hospital(
            ID,
            HOSPITAL.name(),
            ZONE,
            HOSPITAL.location(),
            HOSPITAL.operatingHours(),
            List.of(),
            policy,
            true,
            1);
    return day(hospital, DATE, new StreamPosition("epoch", 5), availabilities, appointments, rooms);
  }

  private static DaySchedule day(
      Hospital hospital,
      LocalDate date,
      StreamPosition position,
      List<Availability> availabilities,
      List<Appointment> appointments,
      List<Room> rooms) {
    return new DaySchedule(
        hospital,
        date,
        MinuteOfDay.parse("09:00"),
        MinuteOfDay.parse("19:00"),
        position,
        DOCTORS,
        availabilities,
        appointments,
        List.of(),
        List.of(),
        rooms);
  }

  /// The same day, later in the stream.
  static DaySchedule at(DaySchedule known, StreamPosition position) {
    return new DaySchedule(
        known.hospital(),
        known.date(),
        known.opens(),
        known.closes(),
        position,
        known.doctors(),
        known.availabilities(),
        known.appointments(),
        known.holds(),
        known.timeOff(),
        known.rooms());
  }
}
