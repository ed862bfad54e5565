package io.daysheet.server.availability;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Blocker;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.database.Contention;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `availability` and its commands.
@Repository
class AvailabilityRows {

  /// One that is stored, and the desk that made it, when it said its name.
  record Stored(Availability availability, @Nullable String by) {}

  private static final String COLUMNS =
      """
      select id, hospital_id, doctor_id, lower(during) as starts, upper(during) as ends, plan_id,
        created_by, version
      from availability
      """;

  private final JdbcClient jdbc;

  AvailabilityRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Availability> find(AvailabilityId id) {
    return jdbc.sql(COLUMNS + "where id = ?")
        .param(id.value())
        .query((row, _) -> stored(row).availability())
        .optional();
  }

  /// A doctor's that overlap the range, at whichever hospitals.
  List<Stored> overlapping(DoctorId doctor, TimeRange range) {
    return jdbc.sql(
            COLUMNS + "where doctor_id = ? and during && tstzrange(?, ?) order by lower(during)")
        .params(doctor.value(), SqlTime.of(range.start()), SqlTime.of(range.end()))
        .query((row, _) -> stored(row))
        .list();
  }

  /// The visits inside that take time.
  List<Blocker> inUseBy(AvailabilityId id) {
    return jdbc.sql(
            """
            select id, hospital_id, doctor_id, lower(during) as starts, upper(during) as ends,
              booked_by
            from appointment
            where availability_id = ? and active_during is not null
            order by lower(during)
            """)
        .param(id.value())
        .query((row, _) ->
            new Blocker(
                row.getObject("id", UUID.class),
                new HospitalId(row.getObject("hospital_id", UUID.class)),
                new DoctorId(row.getObject("doctor_id", UUID.class)),
                SqlTime.read(row, "starts"),
                SqlTime.read(row, "ends"),
                row.getString("booked_by")))
        .list();
  }

  CommandOutcome create(
      Availability availability,
      @Nullable String by,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return Contention.retry(() ->
        jdbc.sql(
                "select "
                    + CommandOutcome.COLUMNS
                    + " from create_availability(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .params(
                Arrays.asList(
                    availability.id().value(),
                    availability.hospitalId().value(),
                    availability.doctorId().value(),
                    SqlTime.of(availability.start()),
                    SqlTime.of(availability.end()),
                    by,
                    SqlTime.of(now),
                    key,
                    hash,
                    answer.status(),
                    answer.body(),
                    answer.eTag(),
                    answer.location()))
            .query(CommandOutcome::of)
            .single());
  }

  CommandOutcome remove(
      Availability seen,
      @Nullable String by,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return Contention.retry(() ->
        jdbc.sql(
                "select "
                    + CommandOutcome.COLUMNS
                    + " from remove_availability(?, ?, ?, ?, ?, ?, ?)")
            .params(
                Arrays.asList(
                    seen.id().value(),
                    seen.version(),
                    by,
                    SqlTime.of(now),
                    key,
                    hash,
                    answer.status()))
            .query(CommandOutcome::of)
            .single());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new Availability(
            new AvailabilityId(row.getObject("id", UUID.class)),
            new HospitalId(row.getObject("hospital_id", UUID.class)),
            new DoctorId(row.getObject("doctor_id", UUID.class)),
            SqlTime.read(row, "starts"),
            SqlTime.read(row, "ends"),
            row.getObject("plan_id", UUID.class),
            row.getInt("version")),
        row.getString("created_by"));
  }
}
