package io.daysheet.server.availability;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Blocker;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Who;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.idempotency.AnswerBodies;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.SchemaCommands;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.schedule.AvailabilityRow;
import io.daysheet.time.TimeRange;
import java.time.Instant;
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

  private static final String SELECT =
      "select " + AvailabilityRow.COLUMNS + ", v.created_by from availability v ";

  private final JdbcClient jdbc;
  private final SchemaCommands commands;
  private final AnswerBodies bodies;
  private final Audit audit;

  AvailabilityRows(JdbcClient jdbc, SchemaCommands commands, AnswerBodies bodies, Audit audit) {
    this.jdbc = jdbc;
    this.commands = commands;
    this.bodies = bodies;
    this.audit = audit;
  }

  Optional<Availability> find(AvailabilityId id) {
    return jdbc.sql(SELECT + "where v.id = ?")
        .param(id.value())
        .query((row, _) -> AvailabilityRow.read(row))
        .optional();
  }

  /// A doctor's that overlap the range, at whichever hospitals.
  List<Stored> overlapping(DoctorId doctor, TimeRange range) {
    return jdbc.sql(
            SELECT
                + """
                where v.doctor_id = ? and v.during && tstzrange(?, ?)
                order by lower(v.during)
                """)
        .params(doctor.value(), SqlTime.of(range.start()), SqlTime.of(range.end()))
        .query((row, _) -> new Stored(AvailabilityRow.read(row), row.getString("created_by")))
        .list();
  }

  /// The visits inside that take time.
  List<Blocker> inUseBy(AvailabilityId id, Instant now) {
    return jdbc.sql(
            """
            select id, hospital_id, doctor_id, lower(during) as starts, upper(during) as ends,
              booked_by
            from appointment
            where availability_id = ? and active_during is not null
              and (held_until is null or held_until > ?)
            order by lower(during)
            """)
        .params(id.value(), SqlTime.of(now))
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
      Caller caller,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return commands.call(
        "create_availability",
        key,
        audit.document(Who.of(caller)),
        availability.id().value(),
        availability.hospitalId().value(),
        availability.doctorId().value(),
        SqlTime.of(availability.start()),
        SqlTime.of(availability.end()),
        caller.account().name(),
        SqlTime.of(now),
        key,
        hash,
        answer.status(),
        bodies.encrypt(key, answer),
        answer.eTag(),
        answer.location());
  }

  /// Takes more time, without anybody being told: what it comes to in the end is.
  void stretch(AvailabilityId id, TimeRange during) {
    jdbc.sql("update availability set during = tstzrange(?, ?) where id = ?")
        .params(SqlTime.of(during.start()), SqlTime.of(during.end()), id.value())
        .update();
  }

  /// Gives it the times of a next version.
  CommandOutcome change(Availability after, Caller caller, Instant now) {
    return commands.call(
        "change_availability",
        null,
        audit.document(Who.of(caller)),
        after.id().value(),
        after.version() - 1,
        SqlTime.of(after.start()),
        SqlTime.of(after.end()),
        caller.account().name(),
        SqlTime.of(now));
  }

  CommandOutcome remove(
      Availability seen,
      Caller caller,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return commands.call(
        "remove_availability",
        key,
        audit.document(Who.of(caller)),
        seen.id().value(),
        seen.version(),
        caller.account().name(),
        SqlTime.of(now),
        key,
        hash,
        answer.status());
  }
}
