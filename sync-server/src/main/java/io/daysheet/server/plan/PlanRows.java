package io.daysheet.server.plan;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `weekly_plan` and `weekly_plan_date`.
@Repository
class PlanRows {

  static final String COLUMNS =
      """
      w.id, w.hospital_id, w.doctor_id, w.day, w.starts, w.ends, w.valid_from, w.valid_until,
        w.version\
      """;

  private record DateOf(UUID plan, ChangedDate changed) {}

  private final JdbcClient jdbc;

  PlanRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<WeeklyPlan> find(WeeklyPlanId id) {
    return withDates(
            jdbc.sql("select " + COLUMNS + " from weekly_plan w where w.id = ?")
                .param(id.value())
                .query((row, _) -> read(row))
                .list())
        .stream()
        .findFirst();
  }

  /// The same plans with the dates that are otherwise, read for all of them at once.
  List<WeeklyPlan> withDates(List<WeeklyPlan> plans) {
    if (plans.isEmpty()) {
      return plans;
    }
    Map<UUID, List<ChangedDate>> dates =
        jdbc
            .sql(
                """
                select plan_id, date, starts, ends from weekly_plan_date
                where plan_id = any (?) order by plan_id, date
                """)
            .param(plans.stream().map(plan -> plan.id().value()).toArray(UUID[]::new))
            .query((row, _) ->
                new DateOf(
                    row.getObject("plan_id", UUID.class),
                    new ChangedDate(
                        row.getObject("date", LocalDate.class),
                        minute(row, "starts"),
                        minute(row, "ends"))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    DateOf::plan, Collectors.mapping(DateOf::changed, Collectors.toList())));
    return plans.stream()
        .map(plan -> with(plan, dates.getOrDefault(plan.id().value(), List.of())))
        .toList();
  }

  void insert(WeeklyPlan plan) {
    jdbc.sql(
            """
            insert into weekly_plan (
              id, hospital_id, doctor_id, day, starts, ends, valid_from, valid_until, version)
            values (:id, :hospital, :doctor, :day, :starts, :ends, :from, :until, :version)
            """)
        .param("id", plan.id().value())
        .param("hospital", plan.hospitalId().value())
        .param("doctor", plan.doctorId().value())
        .param("day", plan.day().getValue())
        .param("starts", plan.start().minutes())
        .param("ends", plan.end().minutes())
        .param("from", plan.validFrom())
        .param("until", plan.validUntil(), Types.DATE)
        .param("version", plan.version())
        .update();
  }

  /// All but its dates.
  void update(WeeklyPlan plan) {
    jdbc.sql(
            """
            update weekly_plan set day = :day, starts = :starts, ends = :ends, valid_from = :from,
              valid_until = :until, version = :version
            where id = :id
            """)
        .param("id", plan.id().value())
        .param("day", plan.day().getValue())
        .param("starts", plan.start().minutes())
        .param("ends", plan.end().minutes())
        .param("from", plan.validFrom())
        .param("until", plan.validUntil(), Types.DATE)
        .param("version", plan.version())
        .update();
  }

  /// Its dates are otherwise now.
  void countUp(WeeklyPlanId id) {
    jdbc.sql("update weekly_plan set version = version + 1 where id = ?")
        .param(id.value())
        .update();
  }

  void delete(WeeklyPlanId id) {
    jdbc.sql("delete from weekly_plan where id = ?").param(id.value()).update();
  }

  void put(WeeklyPlanId id, ChangedDate changed) {
    @Nullable MinuteOfDay start = changed.start();
    @Nullable MinuteOfDay end = changed.end();
    jdbc.sql(
            """
            insert into weekly_plan_date (plan_id, date, starts, ends)
            values (:plan, :date, :starts, :ends)
            on conflict (plan_id, date) do update set starts = :starts, ends = :ends
            """)
        .param("plan", id.value())
        .param("date", changed.date())
        .param("starts", start == null ? null : start.minutes(), Types.INTEGER)
        .param("ends", end == null ? null : end.minutes(), Types.INTEGER)
        .update();
  }

  void remove(WeeklyPlanId id, LocalDate date) {
    jdbc.sql("delete from weekly_plan_date where plan_id = ? and date = ?")
        .params(id.value(), date)
        .update();
  }

  /// What was published for the date is the plan's again, whoever changed it.
  void forgetHand(WeeklyPlanId id, LocalDate date) {
    jdbc.sql("update availability set changed_by_hand = false where plan_id = ? and plan_date = ?")
        .params(id.value(), date)
        .update();
  }

  /// Gives another plan what is changed from a date on.
  void handOver(WeeklyPlanId from, WeeklyPlanId to, LocalDate date) {
    jdbc.sql("update weekly_plan_date set plan_id = ? where plan_id = ? and date >= ?")
        .params(to.value(), from.value(), date)
        .update();
  }

  private static WeeklyPlan with(WeeklyPlan plan, Collection<ChangedDate> dates) {
    return new WeeklyPlan(
        plan.id(),
        plan.hospitalId(),
        plan.doctorId(),
        plan.day(),
        plan.start(),
        plan.end(),
        plan.validFrom(),
        plan.validUntil(),
        List.copyOf(dates),
        plan.version());
  }

  static WeeklyPlan read(ResultSet row) throws SQLException {
    return new WeeklyPlan(
        new WeeklyPlanId(row.getObject("id", UUID.class)),
        new HospitalId(row.getObject("hospital_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        DayOfWeek.of(row.getInt("day")),
        new MinuteOfDay(row.getInt("starts")),
        new MinuteOfDay(row.getInt("ends")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        List.of(),
        row.getInt("version"));
  }

  private static @Nullable MinuteOfDay minute(ResultSet row, String column) throws SQLException {
    @Nullable Integer minutes = row.getObject(column, Integer.class);
    return minutes == null ? null : new MinuteOfDay(minutes);
  }
}
