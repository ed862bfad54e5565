package io.daysheet.server.timeoff;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.server.access.Sight;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.schedule.TimeOffRow;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `time_off`.
@Repository
class TimeOffRows {

  private static final String SELECT = "select " + TimeOffRow.COLUMNS + " from time_off t ";

  private static final String LIST =
      SELECT
          + """
          where (:doctor::uuid is null or t.doctor_id = :doctor::uuid)
            and (:only::uuid is null or t.doctor_id = :only::uuid)
            and (:hospital::uuid is null or exists (
              select from doctor_hospital d
              where d.doctor_id = t.doctor_id and d.hospital_id = :hospital::uuid))
            and (:everywhere or exists (
              select from doctor_hospital d
              where d.doctor_id = t.doctor_id and d.hospital_id = any (:hospitals)))
            and (:endsAfter::timestamptz is null or upper(t.during) > :endsAfter::timestamptz)
            and (:afterStart::text is null
              or (lower(t.during), t.id) > (:afterStart::timestamptz, :afterId::uuid))
          order by lower(t.during), t.id
          limit :limit
          """;

  private final JdbcClient jdbc;

  TimeOffRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Which are asked for.
  ///
  /// @param endsAfter those that are over by then are not
  record Filter(
      @Nullable DoctorId doctor, @Nullable HospitalId hospital, @Nullable Instant endsAfter) {}

  /// What may be seen of them, soonest first.
  List<TimeOff> list(Filter filter, Sight sight, int limit, List<String> after) {
    @Nullable DoctorId only = sight.onlyDoctor();
    @Nullable Set<HospitalId> hospitals = sight.onlyHospitals();
    @Nullable DoctorId doctor = filter.doctor();
    @Nullable HospitalId hospital = filter.hospital();
    @Nullable Instant endsAfter = filter.endsAfter();
    return jdbc.sql(LIST)
        .param("doctor", doctor == null ? null : doctor.value(), Types.OTHER)
        .param("only", only == null ? null : only.value(), Types.OTHER)
        .param("hospital", hospital == null ? null : hospital.value(), Types.OTHER)
        .param("everywhere", hospitals == null)
        .param(
            "hospitals",
            hospitals == null
                ? new UUID[0]
                : hospitals.stream().map(HospitalId::value).toArray(UUID[]::new))
        .param(
            "endsAfter",
            endsAfter == null ? null : SqlTime.of(endsAfter),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("afterStart", after.isEmpty() ? null : after.get(0), Types.VARCHAR)
        .param("afterId", after.isEmpty() ? null : after.get(1), Types.VARCHAR)
        .param("limit", limit)
        .query((row, _) -> TimeOffRow.read(row))
        .list();
  }

  Optional<TimeOff> find(TimeOffId id) {
    return jdbc.sql(SELECT + "where t.id = ?")
        .param(id.value())
        .query((row, _) -> TimeOffRow.read(row))
        .optional();
  }

  void insert(TimeOff off, String by) {
    jdbc.sql(
            """
            insert into time_off (id, doctor_id, during, reason, created_by, version)
            values (?, ?, tstzrange(?, ?), ?, ?, ?)
            """)
        .params(
            off.id().value(),
            off.doctorId().value(),
            SqlTime.of(off.start()),
            SqlTime.of(off.end()),
            off.reason().name(),
            by,
            off.version())
        .update();
  }

  void update(TimeOff off) {
    jdbc.sql(
            """
            update time_off set during = tstzrange(?, ?), reason = ?, version = ? where id = ?
            """)
        .params(
            SqlTime.of(off.start()),
            SqlTime.of(off.end()),
            off.reason().name(),
            off.version(),
            off.id().value())
        .update();
  }

  void delete(TimeOff off) {
    jdbc.sql("insert into time_off_removed (id, reason) values (?, ?)")
        .params(off.id().value(), off.reason().name())
        .update();
    jdbc.sql("delete from time_off where id = ?").param(off.id().value()).update();
  }
}
