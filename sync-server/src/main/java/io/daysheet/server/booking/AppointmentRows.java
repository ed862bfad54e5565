package io.daysheet.server.booking;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Who;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.idempotency.AnswerBodies;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.SchemaCommands;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.schedule.AppointmentRow;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `appointment` and its commands.
@Repository
class AppointmentRows {

  private static final String COLUMNS =
      AppointmentRow.COLUMNS + ", upper(a.occupied) as occupied_until, a.booked_by";

  private final JdbcClient jdbc;
  private final SchemaCommands commands;
  private final AppointmentRow visits;
  private final FieldCipher cipher;
  private final AnswerBodies bodies;
  private final Audit audit;

  AppointmentRows(
      JdbcClient jdbc,
      SchemaCommands commands,
      AppointmentRow visits,
      FieldCipher cipher,
      AnswerBodies bodies,
      Audit audit) {
    this.jdbc = jdbc;
    this.commands = commands;
    this.visits = visits;
    this.cipher = cipher;
    this.bodies = bodies;
    this.audit = audit;
  }

  Optional<Appointment> find(AppointmentId id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from appointment a join patient p on p.id = a.patient_id where a.id = ?")
        .param(id.value())
        .query((row, _) -> visits.find(row))
        .optional()
        .map(visits::attended);
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
            SqlTime.of(occupied.start()),
            SqlTime.of(occupied.end()),
            patient.value(),
            SqlTime.of(during.start()),
            SqlTime.of(during.end()))
        .query((row, _) ->
            new Taken(
                visits.read(row),
                new TimeRange(SqlTime.read(row, "starts"), SqlTime.read(row, "occupied_until")),
                row.getString("booked_by")))
        .list();
  }

  /// One round trip, one commit.
  CommandOutcome book(
      Wish wish,
      Appointment visit,
      Caller caller,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return commands.call(
        "book",
        key,
        audit.document(Who.of(caller)),
        visit.id().value(),
        visit.hospitalId().value(),
        visit.doctorId().value(),
        visit.patientId().value(),
        wish.hospital().version(),
        wish.proposed().doctor().version(),
        wish.patient().version(),
        SqlTime.of(visit.start()),
        SqlTime.of(visit.end()),
        SqlTime.of(wish.proposed().occupied().end()),
        visit.type(),
        cipher.encryptIfThere(AppointmentRow.REASON, visit.id(), visit.reason()),
        cipher.encryptIfThere(AppointmentRow.NOTES, visit.id(), visit.notes()),
        visit.roomId() == null ? null : visit.roomId().value(),
        caller.account().name(),
        SqlTime.of(now),
        key,
        hash,
        answer.status(),
        bodies.encrypt(key, answer),
        answer.eTag(),
        answer.location());
  }

  CommandOutcome cancel(
      Appointment seen,
      String reason,
      Caller caller,
      Instant now,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return commands.call(
        "cancel_appointment",
        key,
        audit.document(Who.of(caller, reason)),
        seen.id().value(),
        seen.version(),
        cipher.encrypt(AppointmentRow.CANCELLATION_REASON, seen.id(), reason),
        caller.account().name(),
        SqlTime.of(now),
        key,
        hash,
        answer.status(),
        bodies.encrypt(key, answer),
        answer.eTag());
  }
}
