package io.daysheet.rule;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.BookableDay;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A doctor's random date at a random hospital, with everything that there can be: what plans have
/// published, visits, holds and absences, most of them where they matter.
final class RandomDoctorsDay {

  private final Random random;
  private final RandomClinic clinic;
  private final Instant now;
  private final List<Availability> availabilities = new ArrayList<>();
  private final List<Appointment> visits = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private final List<TimeOff> timeOff = new ArrayList<>();

  RandomDoctorsDay(Random random) {
    this.random = random;
    clinic = RandomClinic.of(random);
    now =
        clinic
            .midnight()
            .plus(Duration.ofHours(List.of(-24, -10, -10, 6, 11).get(random.nextInt(5))));
    if (random.nextBoolean()) {
      overMidnight();
    }
    plans(1 + random.nextInt(4));
    IntStream.range(0, random.nextInt(4)).forEach(_ -> visit());
    IntStream.range(0, random.nextInt(3)).forEach(_ -> hold());
    IntStream.range(0, random.nextInt(3)).forEach(_ -> away());
  }

  List<AppointmentType> types() {
    return clinic.hospital().policy().appointmentTypes();
  }

  boolean hasAClockChange() {
    return clinic.hasAClockChange();
  }

  /// What weekly plans publish, one after the other on the day before, the date and the next.
  private void plans(int count) {
    for (int i = 0; i < count; i++) {
      int start =
          random.nextInt(3) == 0 ? random.nextInt(96) * 15 : 6 * 60 + random.nextInt(12) * 60;
      int end = Math.min(1440, start + 60 + random.nextInt(40) * 15);
      LocalDate on = clinic.date().plusDays(List.of(-1, 0, 0, 0, 1).get(random.nextInt(5)));
      var plan =
          new WeeklyPlan(
              new WeeklyPlanId(new UUID(7, i)),
              clinic.hospital().id(),
              Clinic.DOCTOR.id(),
              on.getDayOfWeek(),
              new MinuteOfDay(start),
              new MinuteOfDay(end),
              on.minusDays(7),
              null,
              List.of(),
              1);
      plan.between(on, on, clinic.hospital().timeZone())
          .map(WeeklyPlan.Planned::during)
          .forEach(this::open);
    }
  }

  /// By hand: no plan reaches into the next day.
  private void overMidnight() {
    Instant start = clinic.end().minus(Duration.ofHours(1 + random.nextInt(6)));
    open(new TimeRange(start, clinic.end().plus(Duration.ofHours(1 + random.nextInt(4)))));
  }

  private void open(TimeRange during) {
    if (availabilities.stream().anyMatch(a -> a.during().overlaps(during))) {
      return;
    }
    HospitalId where = random.nextInt(5) == 0 ? Clinic.ELSEWHERE : clinic.hospital().id();
    availabilities.add(
        new Availability(
            new AvailabilityId(new UUID(1, availabilities.size())),
            where,
            Clinic.DOCTOR.id(),
            during.start(),
            during.end(),
            null,
            1));
  }

  /// Also off the grid, and of a patient who is not the one to be booked.
  private void visit() {
    AppointmentType type = clinic.hospital().policy().appointmentTypes().get(random.nextInt(2));
    Appointment any =
        Clinic.visit(Clinic.DOCTOR.id(), new PatientId(new UUID(0, 99)), "2026-03-19T10:00", 60);
    Instant start = somewhen();
    visits.add(
        new Appointment(
            any.id(),
            any.hospitalId(),
            any.doctorId(),
            any.patientId(),
            any.patient(),
            start,
            start.plus(type.length()),
            type.code(),
            any.status(),
            null,
            null,
            null,
            null,
            List.of(),
            1));
  }

  private void hold() {
    Instant start = somewhen();
    holds.add(
        new Hold(
            new HoldId(new UUID(3, holds.size())),
            clinic.hospital().id(),
            Clinic.DOCTOR.id(),
            start,
            start.plus(Duration.ofMinutes(clinic.hospital().policy().gridMinutes())),
            now.plusSeconds(300),
            "Desk 2"));
  }

  private void away() {
    Instant start = somewhen();
    timeOff.add(
        new TimeOff(
            new TimeOffId(new UUID(4, timeOff.size())),
            Clinic.DOCTOR.id(),
            start,
            start.plus(Duration.ofMinutes(5L * (1 + random.nextInt(40)))),
            TimeOff.Reason.SICK,
            1));
  }

  /// Mostly while the doctor is there; also off the grid, and over the date's ends.
  private Instant somewhen() {
    if (availabilities.isEmpty() || random.nextInt(3) == 0) {
      return clinic.midnight().plus(Duration.ofMinutes(5L * (random.nextInt(40 * 12) - 96)));
    }
    TimeRange there = availabilities.get(random.nextInt(availabilities.size())).during();
    long fives = there.length().toMinutes() / 5;
    return there.start().plus(Duration.ofMinutes(5L * random.nextLong(fives)));
  }

  boolean isOverMidnight(Instant start, AppointmentType type) {
    return start.plus(type.length()).isAfter(clinic.end());
  }

  /// What the kernel finds.
  List<Instant> found(AppointmentType type) {
    return found(type, clinic, visits, holds, timeOff);
  }

  /// What it is that takes starts from the day: without it there would be more.
  Stream<String> decisive(AppointmentType type) {
    int found = found(type).size();
    return Map.of(
            "closures", found(type, clinic.withoutClosures(), visits, holds, timeOff),
            "hours", found(type, clinic.alwaysOpen(), visits, holds, timeOff),
            "visits", found(type, clinic, List.of(), holds, timeOff),
            "holds", found(type, clinic, visits, List.of(), timeOff),
            "time off", found(type, clinic, visits, holds, List.of()),
            "now", free(type, clinic, visits, holds, timeOff).stream().toList())
        .entrySet()
        .stream()
        .filter(without -> without.getValue().size() > found)
        .map(Map.Entry::getKey);
  }

  private List<Instant> found(
      AppointmentType type,
      RandomClinic where,
      List<Appointment> visits,
      List<Hold> holds,
      List<TimeOff> timeOff) {
    return BookableDay.of(where.hospital(), where.date())
        .bookable(free(type, where, visits, holds, timeOff), now)
        .stream()
        .toList();
  }

  private FreeStarts free(
      AppointmentType type,
      RandomClinic where,
      List<Appointment> visits,
      List<Hold> holds,
      List<TimeOff> timeOff) {
    return BookableDay.of(where.hospital(), where.date())
        .free(
            type,
            available(),
            occupied(visits, holds),
            timeOff.stream().map(TimeOff::during).toList());
  }

  private List<TimeRange> available() {
    return availabilities.stream()
        .filter(a -> a.hospitalId().equals(Clinic.ID))
        .map(Availability::during)
        .toList();
  }

  private List<TimeRange> occupied(List<Appointment> visits, List<Hold> holds) {
    return Stream.concat(
            visits.stream()
                .map(visit ->
                    visit
                        .during()
                        .extendedBy(
                            clinic.hospital().policy().type(visit.type()).orElseThrow().buffer())),
            holds.stream().map(Hold::during))
        .toList();
  }

  /// The starts of the date, found by looking at each five minutes of it, that no rule refuses.
  List<Instant> letPass(AppointmentType type) {
    var around = new Surroundings(availabilities, visits, holds, timeOff, List.of());
    return Stream.iterate(
            clinic.midnight(),
            at -> at.isBefore(clinic.end()),
            at -> at.plus(Duration.ofMinutes(5)))
        .filter(at ->
            BookingRules.check(
                    ProposedBooking.of(
                        clinic.hospital(), Clinic.DOCTOR, Clinic.ZOFIA, StatedTime.of(at), type),
                    around,
                    now)
                .isEmpty())
        .toList();
  }
}
