package io.daysheet.server.plan;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.server.access.Sight;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.Page;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Weekly plans as a list: by weekday and start.
@Repository
class PlanList {

  private static final String SQL =
      """
      select %s
      from weekly_plan w
      where (:hospital::uuid is null or w.hospital_id = :hospital::uuid)
        and (:doctor::uuid is null or w.doctor_id = :doctor::uuid)
        and (:only::uuid is null or w.doctor_id = :only::uuid)
        and (:everywhere or w.hospital_id = any (:hospitals))
        and (:day::integer is null
          or (w.day, w.starts, w.id) > (:day::integer, :starts::integer, :id::uuid))
      order by w.day, w.starts, w.id
      limit :limit
      """
          .formatted(PlanRows.COLUMNS);

  private final JdbcClient jdbc;
  private final PlanRows rows;

  PlanList(JdbcClient jdbc, PlanRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /// What may be seen of it.
  Page<WeeklyPlan> page(
      @Nullable HospitalId hospital, @Nullable DoctorId doctor, Sight sight, Paging paging) {
    @Nullable DoctorId only = sight.onlyDoctor();
    @Nullable Set<HospitalId> hospitals = sight.onlyHospitals();
    List<String> after = cursor(paging);
    List<WeeklyPlan> found =
        jdbc.sql(SQL)
            .param("hospital", hospital == null ? null : hospital.value(), Types.OTHER)
            .param("doctor", doctor == null ? null : doctor.value(), Types.OTHER)
            .param("only", only == null ? null : only.value(), Types.OTHER)
            .param("everywhere", hospitals == null)
            .param(
                "hospitals",
                hospitals == null
                    ? new UUID[0]
                    : hospitals.stream().map(HospitalId::value).toArray(UUID[]::new))
            .param("day", after.isEmpty() ? null : Integer.valueOf(after.get(0)), Types.INTEGER)
            .param("starts", after.isEmpty() ? null : Integer.valueOf(after.get(1)), Types.INTEGER)
            .param("id", after.isEmpty() ? null : UUID.fromString(after.get(2)), Types.OTHER)
            .param("limit", paging.limit() + 1)
            .query((row, _) -> PlanRows.read(row))
            .list();
    return paging.page(
        rows.withDates(found),
        plan ->
            List.of(
                String.valueOf(plan.day().getValue()),
                String.valueOf(plan.start().minutes()),
                plan.id().toString()));
  }

  private static List<String> cursor(Paging paging) {
    List<String> after = paging.after(3);
    if (!after.isEmpty()
        && !(after.get(0).matches("[1-7]")
            && after.get(1).matches("\\d{1,4}")
            && after.get(2).matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"))) {
      throw RequestRefused.invalid("after", Expected.CURSOR);
    }
    return after;
  }
}
