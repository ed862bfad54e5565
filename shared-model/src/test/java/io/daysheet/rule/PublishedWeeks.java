package io.daysheet.rule;

import io.daysheet.hospital.Closure;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Publishing.Outcome;
import io.daysheet.rule.Publishing.Situation;
import io.daysheet.rule.Publishing.Step;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OperatingHours;
import io.daysheet.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A doctor's schedule in memory, into which a plan is published as the server does it.
final class PublishedWeeks {

  static final int WEEKS = 8;

  WeeklyPlan plan;
  Hospital hospital;
  Instant now = Clinic.NOW;
  final List<Availability> others = new ArrayList<>();
  final List<TimeOff> away = new ArrayList<>();
  final TreeMap<LocalDate, PublishedTime> published = new TreeMap<>();
  private long ids = 100;

  PublishedWeeks(WeeklyPlan plan) {
    this.plan = plan;
    this.hospital = Clinic.HOSPITAL;
  }

  /// Of a hospital somewhere else.
  PublishedWeeks(WeeklyPlan plan, ZoneId zone, OperatingHours hours, Instant now) {
    var h = Clinic.HOSPITAL;
    this.plan = plan;
    this.hospital =
        new Hospital(
            h.id(), h.name(), zone, h.location(), hours, List.of(), h.policy(), true, h.version());
    this.now = now;
  }

  /// By the hospital's wall clock; nothing where it skips all of it.
  Optional<TimeRange> hours(LocalDate date, int from, int until) {
    Instant start = new MinuteOfDay(from * 60).startOn(date, hospital.timeZone()).toInstant();
    Instant end = new MinuteOfDay(until * 60).endOn(date, hospital.timeZone()).toInstant();
    return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
  }

  static WeeklyPlan mondays(String start, String end) {
    return plan(DayOfWeek.MONDAY, start, end, LocalDate.of(2026, 3, 2), null, List.of());
  }

  static WeeklyPlan plan(
      DayOfWeek day,
      String start,
      String end,
      LocalDate from,
      @Nullable LocalDate until,
      List<ChangedDate> changed) {
    return new WeeklyPlan(
        new WeeklyPlanId(new UUID(0, 9)),
        Clinic.ID,
        Clinic.DOCTOR.id(),
        day,
        MinuteOfDay.parse(start),
        MinuteOfDay.parse(end),
        from,
        until,
        changed,
        1);
  }

  Outcome publish() {
    Outcome outcome = Publishing.of(plan, situation());
    outcome.steps().forEach(this::apply);
    return outcome;
  }

  Outcome withdraw() {
    Outcome outcome = Publishing.withdrawal(plan, situation());
    outcome.steps().forEach(this::apply);
    return outcome;
  }

  private Situation situation() {
    return new Situation(
        hospital,
        Clinic.DOCTOR,
        published.values().stream()
            .filter(each ->
                each.availability().end().isAfter(now)
                    || !each.date().isBefore(hospital.dateAt(now)))
            .toList(),
        others,
        away,
        hospital.dateAt(now).plusWeeks(WEEKS),
        now);
  }

  private void apply(Step step) {
    switch (step) {
      case Step.Close(Availability gone) -> published.remove(dateOf(gone));
      case Step.Change(Availability before, TimeRange during) ->
          published.computeIfPresent(
              dateOf(before),
              (date, there) ->
                  new PublishedTime(
                      availability(before.id(), during), date, false, there.visits()));
      case Step.Open(LocalDate date, TimeRange during) -> {
        if (published.containsKey(date)) {
          throw new AssertionError(date + " is published already");
        }
        published.put(
            date,
            new PublishedTime(
                availability(new AvailabilityId(new UUID(0, ids++)), during),
                date,
                false,
                List.of()));
      }
    }
  }

  private LocalDate dateOf(Availability availability) {
    return published.values().stream()
        .filter(each -> each.availability().id().equals(availability.id()))
        .findFirst()
        .orElseThrow()
        .date();
  }

  PublishedTime at(LocalDate date) {
    return Objects.requireNonNull(published.get(date));
  }

  void byHand(LocalDate date, TimeRange during) {
    published.computeIfPresent(
        date,
        (_, there) ->
            new PublishedTime(
                availability(there.availability().id(), during), date, true, there.visits()));
  }

  void visit(LocalDate date, TimeRange visit) {
    published.computeIfPresent(
        date,
        (_, there) ->
            new PublishedTime(there.availability(), date, there.changedByHand(), List.of(visit)));
  }

  void other(TimeRange during) {
    if (all().noneMatch(each -> each.during().overlaps(during))) {
      others.add(availability(new AvailabilityId(new UUID(0, ids++)), during));
    }
  }

  void away(TimeRange during) {
    away.add(
        new TimeOff(
            new TimeOffId(new UUID(0, ids++)),
            Clinic.DOCTOR.id(),
            during.start(),
            during.end(),
            TimeOff.Reason.SICK,
            1));
  }

  void closed(LocalDate date) {
    List<Closure> closures = new ArrayList<>(hospital.closures());
    closures.add(new Closure(date, "Closed"));
    var h = hospital;
    hospital =
        new Hospital(
            h.id(),
            h.name(),
            h.timeZone(),
            h.location(),
            h.operatingHours(),
            closures,
            h.policy(),
            true,
            h.version() + 1);
  }

  Stream<Availability> all() {
    return Stream.concat(
        others.stream(), published.values().stream().map(PublishedTime::availability));
  }

  boolean overlapsItself() {
    List<Availability> sorted = all().sorted(Comparator.comparing(Availability::start)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).during().overlaps(sorted.get(i).during())) {
        return true;
      }
    }
    return false;
  }

  /// By Berlin's wall clock.
  List<String> times() {
    return published.values().stream()
        .map(each -> text(each.availability().start()) + "-" + text(each.availability().end()))
        .toList();
  }

  private static String text(Instant instant) {
    return instant.atZone(Clinic.BERLIN).toLocalDateTime().toString();
  }

  static TimeRange range(LocalDate date, int from, int until) {
    return new TimeRange(
        date.atTime(from, 0).atZone(Clinic.BERLIN).toInstant(),
        date.atTime(until, 0).atZone(Clinic.BERLIN).toInstant());
  }

  private static Availability availability(AvailabilityId id, TimeRange during) {
    return new Availability(
        id, Clinic.ID, Clinic.DOCTOR.id(), during.start(), during.end(), null, 1);
  }
}
