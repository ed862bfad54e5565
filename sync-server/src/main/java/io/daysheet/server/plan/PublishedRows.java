package io.daysheet.server.plan;

import io.daysheet.hospital.DoctorId;
import io.daysheet.rule.PublishedTime;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.schedule.AvailabilityRow;
import io.daysheet.server.schedule.TimeOffRow;
import io.daysheet.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What there is around a plan. It stays true until the commit if the doctor's lock is held.
@Repository
class PublishedRows {

  private record Inside(UUID availability, TimeRange during) {}

  private record Standing(Availability availability, LocalDate date, boolean changedByHand) {}

  private final JdbcClient jdbc;

  PublishedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What the plan has published that has not ended or is of a date that is not over, with what
  /// takes time inside. Of a hold that is over nothing is left.
  ///
  /// @param today the hospital's date
  List<PublishedTime> of(WeeklyPlan plan, LocalDate today, Instant now) {
    Map<UUID, List<TimeRange>> visits =
        jdbc
            .sql(
                """
                select a.availability_id, lower(a.during) as starts, upper(a.during) as ends
                from availability v join appointment a on a.availability_id = v.id
                where v.plan_id = :plan and upper(v.during) > :now and a.active_during is not null
                  and (a.held_until is null or a.held_until > :now)
                """)
            .param("plan", plan.id().value())
            .param("now", SqlTime.of(now))
            .query(
                (row, _) -> new Inside(row.getObject("availability_id", UUID.class), during(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Inside::availability, Collectors.mapping(Inside::during, Collectors.toList())));
    return jdbc
        .sql(
            "select "
                + AvailabilityRow.COLUMNS
                + """
                , v.plan_date, v.changed_by_hand
                from availability v
                where v.plan_id = :plan and (upper(v.during) > :now or v.plan_date >= :today)
                order by lower(v.during)
                """)
        .param("plan", plan.id().value())
        .param("today", today)
        .param("now", SqlTime.of(now))
        .query((row, _) ->
            new Standing(
                AvailabilityRow.read(row),
                row.getObject("plan_date", LocalDate.class),
                row.getBoolean("changed_by_hand")))
        .list()
        .stream()
        .map(each ->
            new PublishedTime(
                each.availability(),
                each.date(),
                each.changedByHand(),
                visits.getOrDefault(each.availability().id().value(), List.of())))
        .toList();
  }

  /// The doctor's other availabilities that overlap a range, at whichever hospitals.
  List<Availability> others(WeeklyPlan plan, TimeRange range) {
    return jdbc.sql(
            "select "
                + AvailabilityRow.COLUMNS
                + """
                 from availability v
                where v.doctor_id = ? and v.during && tstzrange(?, ?)
                  and v.plan_id is distinct from ?
                """)
        .params(
            plan.doctorId().value(),
            SqlTime.of(range.start()),
            SqlTime.of(range.end()),
            plan.id().value())
        .query((row, _) -> AvailabilityRow.read(row))
        .list();
  }

  /// The doctor's time off in a range.
  List<TimeOff> away(DoctorId doctor, TimeRange range) {
    return jdbc.sql(
            "select "
                + TimeOffRow.COLUMNS
                + " from time_off t where t.doctor_id = ? and t.during && tstzrange(?, ?)")
        .params(doctor.value(), SqlTime.of(range.start()), SqlTime.of(range.end()))
        .query((row, _) -> TimeOffRow.read(row))
        .list();
  }

  private static TimeRange during(ResultSet row) throws SQLException {
    return new TimeRange(SqlTime.read(row, "starts"), SqlTime.read(row, "ends"));
  }
}
