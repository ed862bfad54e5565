package io.daysheet.server.plan;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.PublishedTime;
import io.daysheet.rule.Publishing;
import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.Outcome;
import io.daysheet.rule.Publishing.Situation;
import io.daysheet.rule.Publishing.Step;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.plan.PublishingRows.Written;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings a plan into the schedule. It works in the caller's transaction, which holds the doctor's
/// lock: so no booking, no desk and no other node writes about that doctor's time meanwhile.
@Component
class Publisher {

  private final Hospitals hospitals;
  private final Doctors doctors;
  private final PublishedRows around;
  private final PublishingRows rows;
  private final JdbcClient jdbc;
  private final CommittedChanges changes;
  private final PlanSettings settings;
  private final InstantSource clock;

  Publisher(
      Hospitals hospitals,
      Doctors doctors,
      PublishedRows around,
      PublishingRows rows,
      JdbcClient jdbc,
      CommittedChanges changes,
      PlanSettings settings,
      InstantSource clock) {
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.around = around;
    this.rows = rows;
    this.jdbc = jdbc;
    this.changes = changes;
    this.settings = settings;
    this.clock = clock;
  }

  /// Makes the schedule as the plan says, up to the horizon.
  ///
  /// @param by who wanted it; null: the server itself
  Outcome publish(WeeklyPlan plan, @Nullable String by) {
    Situation situation = situation(plan);
    Outcome outcome = Publishing.of(plan, situation);
    tell(plan, write(plan, outcome, by, situation.now()), by, situation.now());
    remember(plan, situation);
    return outcome;
  }

  /// Lets what one plan has published from a date on be another's, which desks are told.
  void handOver(WeeklyPlan from, WeeklyPlan to, LocalDate date, @Nullable String by) {
    tell(to, rows.handOver(from.id(), to.id(), date), by, clock.instant());
  }

  /// Takes back what it has published. What stays belongs to no plan from now on.
  Outcome withdraw(WeeklyPlan plan, @Nullable String by) {
    Situation situation = situation(plan);
    Outcome outcome = Publishing.withdrawal(plan, situation);
    List<Written> written =
        Stream.concat(
                write(plan, outcome, by, situation.now()).stream(),
                rows.setFree(outcome.kept().stream().map(Kept::availability).toList()).stream())
            .toList();
    tell(plan, written, by, situation.now());
    return outcome;
  }

  /// How far ahead is published at a hospital.
  LocalDate horizon(Hospital hospital) {
    LocalDate today = hospital.dateAt(clock.instant());
    LocalDate weeks = today.plusWeeks(settings.weeks());
    LocalDate days = today.plusDays(hospital.policy().horizonDays());
    return weeks.isBefore(days) ? weeks : days;
  }

  /// The hospital and the doctor as they are now, not as this node remembers them: nothing is
  /// published over a closure that another node has just been told of.
  Situation situation(WeeklyPlan plan) {
    Instant now = clock.instant();
    Hospital hospital = hospitals.present(plan.hospitalId()).orElseThrow();
    Doctor doctor = doctors.present(plan.doctorId()).orElseThrow();
    ZoneId zone = hospital.timeZone();
    LocalDate today = hospital.dateAt(now);
    LocalDate last = horizon(hospital);
    List<PublishedTime> published = around.of(plan, today, now);
    LocalDate furthest =
        published.stream()
            .map(PublishedTime::date)
            .filter(last::isBefore)
            .max(LocalDate::compareTo)
            .orElse(last);
    var range =
        new TimeRange(
            today.atStartOfDay(zone).toInstant(),
            furthest.plusDays(2).atStartOfDay(zone).toInstant());
    return new Situation(
        hospital,
        doctor,
        published,
        around.others(plan, range),
        around.away(plan.doctorId(), range),
        last,
        now);
  }

  private List<Written> write(WeeklyPlan plan, Outcome outcome, @Nullable String by, Instant now) {
    List<Step.Close> close = steps(outcome, Step.Close.class);
    List<Step.Change> change = steps(outcome, Step.Change.class);
    List<Step.Open> open = steps(outcome, Step.Open.class);
    if (!close.isEmpty() || !change.isEmpty()) {
      rows.forgetHolds(
          Stream.concat(
                  close.stream().map(Step.Close::availability),
                  change.stream().map(Step.Change::before))
              .toList(),
          now);
    }
    return Stream.of(
            close.isEmpty() ? List.<Written>of() : rows.close(close),
            change.isEmpty() ? List.<Written>of() : rows.change(change),
            open.isEmpty() ? List.<Written>of() : rows.open(plan, open, by))
        .flatMap(List::stream)
        .toList();
  }

  private static <S extends Step> List<S> steps(Outcome outcome, Class<S> kind) {
    return outcome.steps().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void tell(WeeklyPlan plan, List<Written> written, @Nullable String by, Instant now) {
    if (written.isEmpty()) {
      return;
    }
    Map<AvailabilityId, Long> numbers = rows.number(plan.hospitalId(), written, by, now);
    AfterCommit.run(() ->
        written.forEach(each ->
            changes.publish(
                plan.hospitalId(),
                change(
                    each,
                    Objects.requireNonNull(numbers.get(each.availability().id())),
                    by,
                    now))));
  }

  private static Change change(Written written, long sequence, @Nullable String by, Instant now) {
    Availability availability = written.availability();
    return switch (written.kind()) {
      case CREATED -> new Change.AvailabilityCreated(sequence, now, by, availability);
      case CHANGED -> new Change.AvailabilityChanged(sequence, now, by, availability);
      case REMOVED -> new Change.AvailabilityRemoved(sequence, now, by, availability);
    };
  }

  private void remember(WeeklyPlan plan, Situation situation) {
    jdbc.sql(
            """
            update weekly_plan
            set published_on = ?, published_hospital = ?, published_doctor = ?
            where id = ?
            """)
        .params(
            situation.hospital().dateAt(situation.now()),
            situation.hospital().version(),
            situation.doctor().version(),
            plan.id().value())
        .update();
  }
}
