package io.daysheet.server.booking;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `appointment` and its commands.
@Repository
class AppointmentRows {

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
                + AppointmentRow.COLUMNS
                + " from appointment a join patient p on p.id = a.patient_id where a.id = ?")
        .param(id.value())
        .query((row, _) -> visits.find(row))
        .optional()
        .map(visits::attended);
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
        room(visit),
        wish.request().holdId() == null ? null : wish.request().holdId().value(),
        caller.account().id().value(),
        caller.account().name(),
        SqlTime.of(now),
        key,
        hash,
        answer.status(),
        bodies.encrypt(key, answer),
        answer.eTag(),
        answer.location());
  }

  /// The same for a visit that gets another time, doctor or room.
  CommandOutcome reschedule(
      VisitLook seen,
      Place place,
      Appointment moved,
      @Nullable String reason,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    UUID event = UUID.randomUUID();
    return commands.call(
        "reschedule_appointment",
        key,
        audit.document(Who.of(seen.caller(), reason)),
        seen.visit().id().value(),
        seen.visit().version(),
        moved.doctorId().value(),
        place.proposed().hospital().version(),
        place.proposed().doctor().version(),
        place.patient().version(),
        SqlTime.of(moved.start()),
        SqlTime.of(moved.end()),
        SqlTime.of(place.proposed().occupied().end()),
        room(moved),
        place.hold() == null ? null : place.hold().value(),
        seen.caller().account().id().value(),
        event,
        cipher.encryptIfThere(AppointmentRow.EVENT_REASON, event, reason),
        seen.caller().account().name(),
        SqlTime.of(seen.now()),
        key,
        hash,
        answer.status(),
        bodies.encrypt(key, answer),
        answer.eTag());
  }

  /// The same for a visit that goes on to its next status.
  ///
  /// @param again for a late arrival, which takes its time again
  /// @param reason of a cancellation
  CommandOutcome step(
      VisitLook seen,
      Appointment after,
      AppointmentEvent.Kind kind,
      @Nullable Place again,
      @Nullable String reason,
      @Nullable String key,
      byte[] hash,
      StoredAnswer answer) {
    return commands.call(
        "step_appointment",
        key,
        audit.document(Who.of(seen.caller(), reason)),
        seen.visit().id().value(),
        seen.visit().version(),
        kind.word(),
        after.status().name(),
        cipher.encryptIfThere(AppointmentRow.CANCELLATION_REASON, seen.visit().id(), reason),
        room(after),
        again == null ? null : SqlTime.of(again.proposed().occupied().end()),
        UUID.randomUUID(),
        seen.caller().account().name(),
        SqlTime.of(seen.now()),
        key,
        hash,
        answer.status(),
        bodies.encrypt(key, answer),
        answer.eTag());
  }

  private static @Nullable UUID room(Appointment visit) {
    return visit.roomId() == null ? null : visit.roomId().value();
  }
}
