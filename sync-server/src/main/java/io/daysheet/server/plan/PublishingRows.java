package io.daysheet.server.plan;

import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Publishing.Step;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.schedule.AvailabilityRow;
import io.daysheet.time.TimeRange;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what publishing a plan comes to: a fixed number of statements, however many weeks. The
/// doctor's lock is held.
@Repository
class PublishingRows {

  /// What became of an availability.
  enum Kind {
    CREATED,
    CHANGED,
    REMOVED;

    /// As the stream calls it.
    String word() {
      return "availability-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /// A change of one availability, as the stream will tell it.
  record Written(Kind kind, Availability availability) {}

  private final JdbcClient jdbc;

  PublishingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The holds that are over keep no availability.
  void forgetHolds(List<Availability> of, Instant now) {
    jdbc.sql(
            """
            delete from appointment
            where availability_id = any (?) and status = 'HELD' and held_until <= ?
            """)
        .params(ids(of), SqlTime.of(now))
        .update();
  }

  /// Removing it is its last version.
  List<Written> close(List<Step.Close> steps) {
    List<Availability> gone = steps.stream().map(Step.Close::availability).toList();
    jdbc.sql("delete from availability where id = any (?)").param(ids(gone)).update();
    return gone.stream()
        .map(each -> new Written(Kind.REMOVED, next(each, each.during(), true)))
        .toList();
  }

  List<Written> change(List<Step.Change> steps) {
    List<Availability> before = steps.stream().map(Step.Change::before).toList();
    jdbc.sql(
            """
            update availability v
            set during = tstzrange(s.starts, s.ends), version = v.version + 1
            from unnest(?::uuid[], ?::text[]::timestamptz[], ?::text[]::timestamptz[])
              as s (id, starts, ends)
            where v.id = s.id
            """)
        .param(ids(before))
        .param(texts(steps, step -> step.during().start()))
        .param(texts(steps, step -> step.during().end()))
        .update();
    return steps.stream()
        .map(step -> new Written(Kind.CHANGED, next(step.before(), step.during(), true)))
        .toList();
  }

  List<Written> open(WeeklyPlan plan, List<Step.Open> steps, @Nullable String by) {
    List<UUID> ids = steps.stream().map(_ -> UUID.randomUUID()).toList();
    Set<UUID> there =
        new HashSet<>(
            jdbc.sql(
                    """
                    insert into availability (
                      id, hospital_id, doctor_id, during, plan_id, plan_date, created_by)
                    select s.id, :hospital, :doctor, tstzrange(s.starts, s.ends), :plan, s.date,
                      :by
                    from unnest(:ids::uuid[], :dates::text[]::date[],
                      :starts::text[]::timestamptz[], :ends::text[]::timestamptz[])
                      as s (id, date, starts, ends)
                    on conflict do nothing
                    returning id
                    """)
                .param("hospital", plan.hospitalId().value())
                .param("doctor", plan.doctorId().value())
                .param("plan", plan.id().value())
                .param("by", by, Types.VARCHAR)
                .param("ids", ids.toArray(UUID[]::new))
                .param("dates", texts(steps, Step.Open::date))
                .param("starts", texts(steps, step -> step.during().start()))
                .param("ends", texts(steps, step -> step.during().end()))
                .query(UUID.class)
                .list());
    return IntStream.range(0, ids.size())
        .filter(i -> there.contains(ids.get(i)))
        .mapToObj(i -> opened(plan, ids.get(i), steps.get(i).during()))
        .toList();
  }

  private static Written opened(WeeklyPlan plan, UUID id, TimeRange during) {
    return new Written(
        Kind.CREATED,
        new Availability(
            new AvailabilityId(id),
            plan.hospitalId(),
            plan.doctorId(),
            during.start(),
            during.end(),
            plan.id(),
            1));
  }

  /// What one plan has published from a date on is another's.
  List<Written> handOver(WeeklyPlanId from, WeeklyPlanId to, LocalDate date) {
    return jdbc.sql(
            """
            update availability v set plan_id = ?, version = v.version + 1
            where v.plan_id = ? and v.plan_date >= ?
            returning
            """
                + AvailabilityRow.COLUMNS)
        .params(to.value(), from.value(), date)
        .query((row, _) -> new Written(Kind.CHANGED, AvailabilityRow.read(row)))
        .list();
  }

  /// What stays of a plan that goes belongs to none any more.
  List<Written> setFree(List<Availability> kept) {
    jdbc.sql(
            """
            update availability
            set plan_id = null, plan_date = null, changed_by_hand = false, version = version + 1
            where id = any (?)
            """)
        .param(ids(kept))
        .update();
    return kept.stream()
        .map(each -> new Written(Kind.CHANGED, next(each, each.during(), false)))
        .toList();
  }

  /// Gives each change its number in the hospital's stream. To be called last.
  Map<AvailabilityId, Long> number(
      HospitalId hospital, List<Written> written, @Nullable String by, Instant now) {
    record Numbered(AvailabilityId id, long sequence) {}
    return jdbc
        .sql(
            """
            select s.id, commit_change(:hospital, s.kind, s.id, s.doctor,
              tstzrange(s.starts, s.ends), s.version, :by, :now) as sequence
            from unnest(:kinds::text[], :ids::uuid[], :doctors::uuid[],
              :starts::text[]::timestamptz[], :ends::text[]::timestamptz[], :versions::integer[])
              as s (kind, id, doctor, starts, ends, version)
            """)
        .param("hospital", hospital.value())
        .param("by", by, Types.VARCHAR)
        .param("now", SqlTime.of(now))
        .param("kinds", texts(written, each -> each.kind().word()))
        .param("ids", ids(written.stream().map(Written::availability).toList()))
        .param(
            "doctors",
            written.stream()
                .map(each -> each.availability().doctorId().value())
                .toArray(UUID[]::new))
        .param("starts", texts(written, each -> each.availability().start()))
        .param("ends", texts(written, each -> each.availability().end()))
        .param(
            "versions",
            written.stream().map(each -> each.availability().version()).toArray(Integer[]::new))
        .query((row, _) ->
            new Numbered(
                new AvailabilityId(row.getObject("id", UUID.class)), row.getLong("sequence")))
        .list()
        .stream()
        .collect(Collectors.toMap(Numbered::id, Numbered::sequence));
  }

  private static Availability next(Availability before, TimeRange during, boolean isPlans) {
    return new Availability(
        before.id(),
        before.hospitalId(),
        before.doctorId(),
        during.start(),
        during.end(),
        isPlans ? before.planId() : null,
        before.version() + 1);
  }

  private static UUID[] ids(List<Availability> availabilities) {
    return availabilities.stream().map(each -> each.id().value()).toArray(UUID[]::new);
  }

  private static <T> String[] texts(List<T> items, Function<T, Object> text) {
    return items.stream().map(item -> text.apply(item).toString()).toArray(String[]::new);
  }
}
