package io.daysheet.rule;

import static io.daysheet.rule.FrameRules.closed;
import static io.daysheet.rule.FrameRules.offGrid;
import static io.daysheet.rule.FrameRules.outsideHours;
import static io.daysheet.rule.FrameRules.skipped;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InThePast;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.OnTimeOff;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a weekly plan has to keep to, and a single date of one that is otherwise. Each method is
/// one rule.
public final class PlanRules {

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 9999;

  private PlanRules() {}

  /// Every rule of the plan itself, in reading order. Times are looked at on the first date on
  /// which the clock does not change, so that they are told as instants; what stands against a
  /// single date is no reason to refuse the plan.
  public static List<Violation> check(WeeklyPlan plan, Hospital hospital, Doctor doctor) {
    List<Violation> dates = Stream.concat(validFrom(plan), validUntil(plan)).toList();
    return Stream.of(
            FrameRules.inactive(hospital, doctor),
            dates.stream(),
            dates.isEmpty() ? times(plan, hospital, doctor) : Stream.<Violation>empty())
        .flatMap(violations -> violations)
        .toList();
  }

  /// Every rule of a date that is to be otherwise.
  ///
  /// @param others the doctor's availabilities around that date, without the plan's own of it
  /// @param away the doctor's time off around that date
  public static List<Violation> check(
      ChangedDate changed,
      WeeklyPlan plan,
      Hospital hospital,
      Doctor doctor,
      Collection<Availability> others,
      Collection<TimeOff> away,
      Instant now) {
    List<Violation> none = date("date", changed.date(), plan).toList();
    if (!none.isEmpty()) {
      return none;
    }
    MinuteOfDay start = changed.start();
    MinuteOfDay end = changed.end();
    if (start == null || end == null) {
      MinuteOfDay until =
          plan.changeOf(changed.date()).map(ChangedDate::start).orElse(plan.start());
      return ahead(until.startOn(changed.date(), hospital.timeZone()).toInstant(), now).toList();
    }
    var wish =
        new ProposedAvailability(
            hospital,
            doctor,
            stated(changed.date(), start, false, hospital.timeZone()),
            stated(changed.date(), end, true, hospital.timeZone()));
    return Stream.of(
            FrameRules.inactive(hospital, doctor),
            skipped("start", wish.from(), hospital),
            skipped("end", wish.until(), hospital),
            offGrid("start", wish.from(), hospital),
            offGrid("end", wish.until(), hospital),
            AvailabilityRules.tooShort(wish),
            closed(wish.start(), wish.end(), hospital),
            outsideHours(wish.start(), wish.end(), hospital),
            ahead(wish.start(), now),
            onTimeOff(wish.start(), wish.end(), away),
            AvailabilityRules.overlap(wish, others))
        .flatMap(violations -> violations)
        .toList();
  }

  /// That the plan counts on a date which somebody names.
  public static Stream<Violation> date(String field, LocalDate date, WeeklyPlan plan) {
    return isOfCalendar(date) && plan.counts(date)
        ? Stream.empty()
        : Stream.of(new InvalidValue(field, Expected.DATE_OF_PLAN));
  }

  /// That a plan can go on otherwise from a date on: what is over stays as it was.
  public static List<Violation> following(
      LocalDate from, WeeklyPlan plan, Hospital hospital, Instant now) {
    if (!isOfCalendar(from)) {
      return List.of(new InvalidValue("from", Expected.DATE_OF_PLAN));
    }
    if (from.isBefore(hospital.dateAt(now))) {
      return List.of(new InThePast(from.atStartOfDay(hospital.timeZone()).toInstant(), now));
    }
    @Nullable LocalDate until = plan.validUntil();
    return until != null && from.isAfter(until)
        ? List.of(new InvalidValue("from", Expected.DATE_OF_PLAN))
        : List.of();
  }

  /// Years that nobody plans for overflow what reckons with them.
  public static boolean isOfCalendar(LocalDate date) {
    return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
  }

  static Stream<Violation> validFrom(WeeklyPlan plan) {
    return isOfCalendar(plan.validFrom())
        ? Stream.empty()
        : Stream.of(new InvalidValue("validFrom", Expected.DATE));
  }

  static Stream<Violation> validUntil(WeeklyPlan plan) {
    @Nullable LocalDate until = plan.validUntil();
    if (until == null) {
      return Stream.empty();
    }
    if (!isOfCalendar(until)) {
      return Stream.of(new InvalidValue("validUntil", Expected.DATE));
    }
    return until.isBefore(plan.validFrom())
        ? Stream.of(new InvalidValue("validUntil", Expected.LATER_DATE))
        : Stream.empty();
  }

  private static Stream<Violation> times(WeeklyPlan plan, Hospital hospital, Doctor doctor) {
    LocalDate date = steadyDate(plan, hospital.timeZone());
    var wish =
        new ProposedAvailability(
            hospital,
            doctor,
            StatedTime.of(plan.start().startOn(date, hospital.timeZone()).toInstant()),
            StatedTime.of(plan.end().endOn(date, hospital.timeZone()).toInstant()));
    return Stream.of(
            offGrid("start", wish.from(), hospital),
            offGrid("end", wish.until(), hospital),
            AvailabilityRules.tooShort(wish),
            outsideHours(wish.start(), wish.end(), hospital))
        .flatMap(violations -> violations);
  }

  /// A date on which a day is 24 hours long: no zone changes its clock two weeks in a row.
  private static LocalDate steadyDate(WeeklyPlan plan, ZoneId zone) {
    LocalDate first = plan.validFrom().with(TemporalAdjusters.nextOrSame(plan.day()));
    return Stream.iterate(first, date -> date.plusWeeks(1))
        .limit(4)
        .filter(date -> isSteady(date, zone))
        .findFirst()
        .orElse(first);
  }

  private static boolean isSteady(LocalDate date, ZoneId zone) {
    Instant from = date.atStartOfDay(zone).toInstant();
    ZoneOffsetTransition change = zone.getRules().nextTransition(from.minusNanos(1));
    return change == null
        || change.getInstant().isAfter(date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static StatedTime stated(LocalDate date, MinuteOfDay time, boolean isEnd, ZoneId zone) {
    if (time.equals(MinuteOfDay.END_OF_DAY)) {
      return StatedTime.of(date.plusDays(1).atStartOfDay(zone).toInstant());
    }
    StatedTime stated =
        StatedTime.of(date.atTime(LocalTime.ofSecondOfDay(time.minutes() * 60L)), zone);
    return isEnd && stated.skipped() == null
        ? StatedTime.of(time.endOn(date, zone).toInstant())
        : stated;
  }

  /// What has begun stays as it was.
  private static Stream<Violation> ahead(Instant start, Instant now) {
    return start.isAfter(now) ? Stream.empty() : Stream.of(new InThePast(start, now));
  }

  static Stream<Violation> onTimeOff(Instant start, Instant end, Collection<TimeOff> away) {
    if (!start.isBefore(end)) {
      return Stream.empty();
    }
    TimeRange range = new TimeRange(start, end);
    return away.stream()
        .filter(off -> off.during().overlaps(range))
        .map(off -> new OnTimeOff(off.doctorId(), off.id(), off.start(), off.end(), off.reason()));
  }
}
