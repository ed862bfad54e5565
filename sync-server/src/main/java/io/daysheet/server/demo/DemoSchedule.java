package io.daysheet.server.demo;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What the demo's days look like: each doctor's availabilities with their gaps, and the visits in
/// them, fewer the further ahead. It keeps to every rule, and is the same for the same moment.
final class DemoSchedule {

  static final int DAYS_BACK = 7;
  static final int DAYS_AHEAD = 29;

  /// So many days before and after today only names stand that can be read without the machine's
  /// fonts: these are the days that are looked at.
  static final int DAYS_LOOKED_AT = 7;

  /// An appointment and the availability that it lies in.
  record Visit(Appointment appointment, AvailabilityId in) {}

  private final List<Patient> patients;
  private final List<Patient> readable;
  private final RandomGenerator random;
  private final Instant now;
  private final Map<PatientId, List<TimeRange>> busy = new HashMap<>();
  private final List<Availability> availabilities = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();

  DemoSchedule(List<Patient> patients, RandomGenerator random, Instant now) {
    this.patients = patients;
    this.readable =
        patients.stream()
            .filter(p -> DemoNames.isReadableAnywhere(p.givenName() + p.familyName()))
            .toList();
    this.random = random;
    this.now = now;
  }

  List<Availability> availabilities() {
    return availabilities;
  }

  List<Visit> visits() {
    return visits;
  }

  /// Fills all days of a hospital with those of its doctors who are there that day.
  void fill(Hospital hospital, List<Doctor> doctors) {
    LocalDate today = hospital.dateAt(now);
    for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
      LocalDate date = today.plusDays(day);
      if (hospital.closureOn(date).isEmpty()) {
        for (Doctor doctor : doctors) {
          if (doctor.worksAt(hospital.id()) && isThere(doctor, hospital, date)) {
            fillDay(hospital, doctor, date, bookedShare(day));
          }
        }
      }
    }
  }

  /// Who works at both is in Berlin on even dates and at the harbour two days later, with no date
  /// in between that could touch the other one's: the two cities' days overlap.
  private static boolean isThere(Doctor doctor, Hospital hospital, LocalDate date) {
    if (doctor.hospitals().size() == 1) {
      return true;
    }
    boolean firstHalf = Math.floorMod(date.toEpochDay(), 6L) < 3;
    boolean onTheWay = Math.floorMod(date.toEpochDay(), 3L) == 2;
    boolean atFirst = hospital.id().equals(doctor.hospitals().getFirst());
    return !onTheWay && firstHalf == atFirst;
  }

  private static double bookedShare(int day) {
    return day <= 0 ? 0.6 : Math.max(0.08, 0.45 - 0.015 * day);
  }

  /// Each opening begins and ends an hour late or early for some; a long one has a break.
  private void fillDay(Hospital hospital, Doctor doctor, LocalDate date, double share) {
    Duration hour = Duration.ofHours(1);
    for (TimeRange open : hospital.operatingHours().on(date, hospital.timeZone())) {
      Instant start = random.nextInt(3) == 0 ? open.start().plus(hour) : open.start();
      Instant end = random.nextInt(3) == 0 ? open.end().minus(hour) : open.end();
      if (Duration.between(start, end).toHours() >= 6) {
        Instant lunch = start.plus(Duration.ofHours(3 + random.nextInt(2)));
        fillRange(hospital, doctor, new TimeRange(start, lunch), share);
        fillRange(hospital, doctor, new TimeRange(lunch.plus(hour), end), share);
      } else {
        fillRange(hospital, doctor, new TimeRange(start, end), share);
      }
    }
  }

  private void fillRange(Hospital hospital, Doctor doctor, TimeRange range, double share) {
    Availability availability =
        new Availability(
            new AvailabilityId(nextId()),
            hospital.id(),
            doctor.id(),
            range.start(),
            range.end(),
            null,
            1);
    availabilities.add(availability);
    Duration step = Duration.ofMinutes(hospital.policy().gridMinutes());
    Instant start = range.start();
    while (start.isBefore(range.end())) {
      AppointmentType type = DemoNames.pick(hospital.policy().appointmentTypes(), random);
      TimeRange during = TimeRange.of(start, type.length());
      if (random.nextDouble() < share && range.contains(during)) {
        book(availability, type, during);
        start = during.end();
      } else {
        start = start.plus(step);
      }
    }
  }

  private void book(Availability in, AppointmentType type, TimeRange during) {
    Patient patient = somebodyFree(during, patientsAt(during.start()));
    AppointmentStatus status = status(during);
    visits.add(
        new Visit(
            new Appointment(
                new AppointmentId(nextId()),
                in.hospitalId(),
                in.doctorId(),
                patient.id(),
                patient.summary(),
                during.start(),
                during.end(),
                type.code(),
                status,
                reason(type),
                null,
                null,
                null,
                List.of(),
                status == AppointmentStatus.SCHEDULED ? 1 : 2),
            in.id()));
  }

  private List<Patient> patientsAt(Instant start) {
    long days =
        ChronoUnit.DAYS.between(
            now.truncatedTo(ChronoUnit.DAYS), start.truncatedTo(ChronoUnit.DAYS));
    return Math.abs(days) <= DAYS_LOOKED_AT ? readable : patients;
  }

  private Patient somebodyFree(TimeRange during, List<Patient> among) {
    while (true) {
      Patient patient = DemoNames.pick(among, random);
      List<TimeRange> taken = busy.computeIfAbsent(patient.id(), _ -> new ArrayList<>());
      if (taken.stream().noneMatch(during::overlaps)) {
        taken.add(during);
        return patient;
      }
    }
  }

  /// What has ended is done, or nobody came; what goes on or begins within the hour has arrived.
  private AppointmentStatus status(TimeRange during) {
    // one draw whatever the time is, so that the day is the same in the morning and at night
    int draw = random.nextInt(30);
    if (!during.end().isAfter(now)) {
      return draw < 2 ? AppointmentStatus.NO_SHOW : AppointmentStatus.COMPLETED;
    }
    if (during.start().isBefore(now.plus(Duration.ofMinutes(30)))) {
      return AppointmentStatus.ARRIVED;
    }
    return draw < 12 ? AppointmentStatus.CONFIRMED : AppointmentStatus.SCHEDULED;
  }

  private @Nullable String reason(AppointmentType type) {
    return switch (type.code()) {
      case "NEW_PATIENT" -> "First visit";
      case "URGENT_CARE" -> "Acute complaint";
      case "TELEHEALTH" -> "Discuss results by video";
      default -> random.nextBoolean() ? "Check-up" : null;
    };
  }

  private UUID nextId() {
    return new UUID(
        (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L,
        (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
  }
}
