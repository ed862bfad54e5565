package io.daysheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Closure;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.BookableDay;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OpeningHours;
import io.daysheet.time.OperatingHours;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The kernel answers for a whole date what the rules answer for one start: here each is the
/// other's oracle, on random days with everything that there can be.
class BookableDayTest {

  /// Plain days, and days on which the clock changes: by night, at midnight, by half an hour.
  private static final List<Day> DAYS =
      List.of(
          Day.of("Europe/Berlin", "2026-03-19"),
          Day.of("Europe/Berlin", "2026-03-29"),
          Day.of("Europe/Berlin", "2026-10-25"),
          Day.of("America/St_Johns", "2026-03-08"),
          Day.of("America/St_Johns", "2026-11-01"),
          Day.of("Pacific/Chatham", "2026-04-05"),
          Day.of("Pacific/Chatham", "2026-09-27"),
          Day.of("Australia/Lord_Howe", "2026-04-05"),
          Day.of("Australia/Lord_Howe", "2026-10-04"),
          Day.of("Asia/Kathmandu", "2026-06-01"),
          Day.of("America/Havana", "2026-03-08"),
          Day.of("Africa/Cairo", "2026-04-24"));

  private record Day(ZoneId zone, LocalDate date) {
    static Day of(String zone, String date) {
      return new Day(ZoneId.of(zone), LocalDate.parse(date));
    }
  }

  @Property(tries = 400)
  void aStartIsFreeIfAndOnlyIfNoRuleRefusesIt(@ForAll long seed) {
    var world = new World(new Random(seed));
    var day = BookableDay.of(world.hospital, world.date);

    for (AppointmentType type : world.hospital.policy().appointmentTypes()) {
      List<Instant> kernel =
          day
              .bookable(
                  day.free(
                      type, world.available(), world.occupied(), ranges(world.timeOff.stream())),
                  world.now)
              .stream()
              .toList();
      assertThat(kernel).as("%s of seed %d", type, seed).isEqualTo(world.letPass(type));
    }
  }

  private static List<TimeRange> ranges(Stream<TimeOff> timeOff) {
    return timeOff.map(TimeOff::during).toList();
  }

  /// A doctor's random date.
  private static final class World {

    final Random random;
    final LocalDate date;
    final Hospital hospital;
    final Instant now;
    final List<Availability> availabilities = new ArrayList<>();
    final List<Appointment> visits = new ArrayList<>();
    final List<Hold> holds = new ArrayList<>();
    final List<TimeOff> timeOff = new ArrayList<>();

    World(Random random) {
      this.random = random;
      Day day = DAYS.get(random.nextInt(DAYS.size()));
      date = day.date();
      hospital = hospital(day.zone());
      now = midnight().plus(Duration.ofMinutes(random.nextInt(3) * 7L * 60 - 24 * 60));
      plans(random.nextInt(4));
      IntStream.range(0, random.nextInt(4)).forEach(_ -> visit());
      IntStream.range(0, random.nextInt(2)).forEach(_ -> hold());
      IntStream.range(0, random.nextInt(3)).forEach(_ -> away());
    }

    private Hospital hospital(ZoneId zone) {
      int grid = List.of(15, 20, 30, 45, 60).get(random.nextInt(5));
      var policy =
          policy(
              grid,
              List.of(
                  new AppointmentType("FOLLOW_UP", grid, 0, false, true),
                  new AppointmentType("LONG", 2 * grid, random.nextInt(3) * 5, false, true)));
      var closures =
          random.nextInt(5) == 0
              ? List.of(new Closure(date.plusDays(random.nextInt(3) - 1), "closed"))
              : List.<Closure>of();
      return new Hospital(
          Clinic.ID, "Clinic", zone, new GeoLocation(0, 0), hours(), closures, policy, true, 1);
    }

    private BookingPolicy policy(int grid, List<AppointmentType> types) {
      var usual = BookingPolicy.of(grid, types);
      return new BookingPolicy(
          grid,
          types,
          Duration.ofHours(random.nextInt(3)),
          random.nextInt(6) == 0 ? 0 : 365,
          usual.cancellationNotice(),
          usual.holdDuration(),
          usual.waitlistClaim(),
          usual.reminders(),
          null,
          usual.telehealthOpens(),
          usual.telehealthCloses());
    }

    /// A day clinic, a night clinic, one with a break, or one that never closes.
    private OperatingHours hours() {
      return switch (random.nextInt(4)) {
        case 0 -> OperatingHours.daily("09:00", "19:00");
        case 1 -> OperatingHours.daily("00:00", "24:00");
        case 2 -> twice("00:00", "06:00", "20:00", "24:00");
        default -> twice("07:30", "12:00", "13:00", "18:45");
      };
    }

    private static OperatingHours twice(String open, String close, String again, String last) {
      return new OperatingHours(
          Stream.of(DayOfWeek.values())
              .flatMap(day ->
                  Stream.of(
                      new OpeningHours(day, MinuteOfDay.parse(open), MinuteOfDay.parse(close)),
                      new OpeningHours(day, MinuteOfDay.parse(again), MinuteOfDay.parse(last))))
              .toList());
    }

    /// What weekly plans publish, one after the other on the day before, the date and the next.
    private void plans(int count) {
      for (int i = 0; i < count; i++) {
        int start = random.nextInt(96) * 15;
        int end = Math.min(1440, start + 15 + random.nextInt(40) * 15);
        LocalDate on = date.plusDays(random.nextInt(3) - 1);
        var plan =
            new WeeklyPlan(
                new WeeklyPlanId(new UUID(7, i)),
                hospital.id(),
                Clinic.DOCTOR.id(),
                on.getDayOfWeek(),
                new MinuteOfDay(start),
                new MinuteOfDay(end),
                on.minusDays(7),
                null,
                List.of(),
                1);
        plan.between(on, on, hospital.timeZone())
            .map(WeeklyPlan.Planned::during)
            .filter(during -> availabilities.stream().noneMatch(a -> a.during().overlaps(during)))
            .forEach(this::open);
      }
    }

    private void open(TimeRange during) {
      HospitalId where = random.nextInt(5) == 0 ? Clinic.ELSEWHERE : hospital.id();
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
      AppointmentType type = hospital.policy().appointmentTypes().get(random.nextInt(2));
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
              hospital.id(),
              Clinic.DOCTOR.id(),
              start,
              start.plus(Duration.ofMinutes(hospital.policy().gridMinutes())),
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
              start.plus(Duration.ofMinutes(5L * (1 + random.nextInt(60)))),
              TimeOff.Reason.SICK,
              1));
    }

    private Instant somewhen() {
      return midnight().plus(Duration.ofMinutes(5L * (random.nextInt(40 * 12) - 96)));
    }

    private Instant midnight() {
      return date.atStartOfDay(hospital.timeZone()).toInstant();
    }

    List<TimeRange> available() {
      return availabilities.stream()
          .filter(a -> a.hospitalId().equals(hospital.id()))
          .map(Availability::during)
          .toList();
    }

    List<TimeRange> occupied() {
      return Stream.concat(
              visits.stream()
                  .map(visit ->
                      visit
                          .during()
                          .extendedBy(hospital.policy().type(visit.type()).orElseThrow().buffer())),
              holds.stream().map(Hold::during))
          .toList();
    }

    /// The starts of the date, found by looking at each five minutes of it, that no rule refuses.
    List<Instant> letPass(AppointmentType type) {
      var around = new Surroundings(availabilities, visits, holds, timeOff, List.of());
      Instant end = date.plusDays(1).atStartOfDay(hospital.timeZone()).toInstant();
      return Stream.iterate(
              midnight(), at -> at.isBefore(end), at -> at.plus(Duration.ofMinutes(5)))
          .filter(at ->
              BookingRules.check(
                      ProposedBooking.of(
                          hospital, Clinic.DOCTOR, Clinic.ZOFIA, StatedTime.of(at), type),
                      around,
                      now)
                  .isEmpty())
          .toList();
    }
  }
}
