package io.daysheet.server.booking;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.server.database.Contention;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `appointment` and its commands.
@Repository
class AppointmentRows {

  private static final String COLUMNS =
      """
      a.id, a.hospital_id, a.doctor_id, a.patient_id, p.given_name, p.family_name, p.birth_date,
        lower(a.during) as starts, upper(a.during) as ends, upper(a.occupied) as occupied_until,
        a.type, a.status, a.reason, a.notes, a.room_id, a.telehealth_link, a.booked_by, a.version\
      """;

  private final JdbcClient jdbc;

  AppointmentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Appointment> find(AppointmentId id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from appointment a join patient p on p.id = a.patient_id where a.id = ?")
        .param(id.value())
        .query((row, _) -> appointment(row))
        .optional();
  }

  /// Everything that takes the doctor's or the patient's time then, at whichever hospitals.
  ///
  /// Two questions, each with the very condition of a constraint, so that its index answers it.
  ///
  /// @param occupied the visit and its buffer, which is the doctor's time only
  List<Taken> taken(DoctorId doctor, TimeRange occupied, PatientId patient, TimeRange during) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from (
                  select id from appointment
                  where doctor_id = ? and occupied && tstzrange(?, ?)
                    and status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
                  union
                  select id from appointment
                  where patient_id = ? and during && tstzrange(?, ?)
                    and status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
                ) as found
                join appointment a on a.id = found.id
                join patient p on p.id = a.patient_id
                order by lower(a.during), a.id
                """)
        .params(
            doctor.value(),
            at(occupied.start()),
            at(occupied.end()),
            patient.value(),
            at(during.start()),
            at(during.end()))
        .query((row, _) ->
            new Taken(
                appointment(row),
                new TimeRange(instant(row, "starts"), instant(row, "occupied_until")),
                row.getString("booked_by")))
        .list();
  }

  /// One round trip, one commit.
  CommandOutcome book(
      Wish wish,
      Appointment visit,
      @Nullable String by,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return Contention.retry(() ->
        jdbc.sql(
                "select "
                    + CommandOutcome.COLUMNS
                    + " from book(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?)")
            .params(
                Arrays.asList(
                    visit.id().value(),
                    visit.hospitalId().value(),
                    visit.doctorId().value(),
                    visit.patientId().value(),
                    wish.hospital().version(),
                    wish.proposed().doctor().version(),
                    wish.patient().version(),
                    at(visit.start()),
                    at(visit.end()),
                    at(wish.proposed().occupied().end()),
                    visit.type(),
                    visit.reason(),
                    visit.notes(),
                    visit.roomId(),
                    by,
                    at(now),
                    key,
                    hash,
                    answer.status(),
                    answer.body(),
                    answer.eTag(),
                    answer.location()))
            .query(CommandOutcome::of)
            .single());
  }

  CommandOutcome cancel(
      Appointment seen,
      String reason,
      @Nullable String by,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return Contention.retry(() ->
        jdbc.sql(
                "select "
                    + CommandOutcome.COLUMNS
                    + " from cancel_appointment(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .params(
                Arrays.asList(
                    seen.id().value(),
                    seen.version(),
                    reason,
                    by,
                    at(now),
                    key,
                    hash,
                    answer.status(),
                    answer.body(),
                    answer.eTag()))
            .query(CommandOutcome::of)
            .single());
  }

  private static Appointment appointment(ResultSet row) throws SQLException {
    return new Appointment(
        new AppointmentId(row.getObject("id", UUID.class)),
        new HospitalId(row.getObject("hospital_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new PatientSummary(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getObject("birth_date", LocalDate.class)),
        instant(row, "starts"),
        instant(row, "ends"),
        row.getString("type"),
        AppointmentStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getString("notes"),
        row.getObject("room_id", UUID.class),
        row.getString("telehealth_link"),
        List.of(),
        row.getInt("version"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
