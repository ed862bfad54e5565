package io.daysheet.server.booking;

import io.daysheet.identity.Right;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.idempotency.CommandOutcome.KeyReused;
import io.daysheet.server.idempotency.CommandOutcome.Refused;
import io.daysheet.server.idempotency.CommandOutcome.Repeated;
import io.daysheet.server.idempotency.CommandOutcome.Written;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.patient.Patients;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.Change.AppointmentBooked;
import io.daysheet.wire.InZone;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Books a visit: the rules about the request first, from memory; then the database decides in one
/// round trip; and only if it refuses are the facts loaded, so that everything that stands in the
/// way is told at once.
@Component
class Booking {

  /// Somebody else may free the time between the refusal and the look at what was in the way.
  private static final int TRIES = 4;

  private final Wishes wishes;
  private final Patients patients;
  private final Obstacles obstacles;
  private final AppointmentRows rows;
  private final FirstAnswers answers;
  private final RequestHash hashes;
  private final CommittedChanges changes;
  private final Audit audit;
  private final JsonMapper json;
  private final InstantSource clock;

  Booking(
      Wishes wishes,
      Patients patients,
      Obstacles obstacles,
      AppointmentRows rows,
      FirstAnswers answers,
      RequestHash hashes,
      CommittedChanges changes,
      Audit audit,
      JsonMapper json,
      InstantSource clock) {
    this.wishes = wishes;
    this.patients = patients;
    this.obstacles = obstacles;
    this.rows = rows;
    this.answers = answers;
    this.hashes = hashes;
    this.changes = changes;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /// @throws RequestRefused with every violation
  StoredAnswer book(BookAppointment request, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.BOOK);
    sight.require(
        sight.sees(request.hospitalId(), request.doctorId(), request.patientId())
            // in an emergency one looks: by a visit the patient would stay the doctor's
            && patients.isSeen(request.patientId(), caller.sight(Right.SEE_PATIENTS).lasting()));
    byte[] hash = hashes.of("POST /appointments", request);
    return answers.unlessRefused(
        key,
        hash,
        () -> decide(request, caller, sight, key, hash),
        _ ->
            audit.write(
                Who.of(caller),
                Deed.repeated(
                    AuditAction.APPOINTMENT_BOOKED,
                    null,
                    request.hospitalId(),
                    List.of(request.patientId()))));
  }

  private StoredAnswer decide(
      BookAppointment request, Caller caller, Sight sight, IdempotencyKey key, byte[] hash) {
    Sight seen = caller.sightIfAny(Right.SEE_VISITS);
    for (int left = TRIES; left > 0; left--) {
      Instant now = clock.instant();
      Wish wish = wishes.of(request);
      // a patient books what the hospital leaves to patients
      sight.require(sight.onlyPatient() == null || wish.proposed().type().selfService());
      List<Violation> refusals = wish.refusals(now);
      if (!refusals.isEmpty()) {
        throw refused(
            wish, Stream.concat(refusals.stream(), obstacles.of(wish, seen).stream()).toList());
      }
      Appointment visit = wish.visit();
      StoredAnswer answer = created(wish, visit);
      switch (rows.book(wish, visit, caller, now, key.value(), hash, answer)) {
        case Written(long sequence) -> {
          changes.publish(
              visit.hospitalId(),
              new AppointmentBooked(sequence, now, caller.account().name(), visit));
          return answer;
        }
        case Repeated(StoredAnswer first) -> {
          return first;
        }
        case KeyReused _ -> throw RequestRefused.of(ProblemKind.KEY_REUSED);
        case Refused _ -> {
          List<Violation> found = obstacles.of(wish, seen);
          if (!found.isEmpty()) {
            throw refused(wish, found);
          }
          // gone by now, or what this node remembered was not true any more
          wishes.refresh();
        }
      }
    }
    throw RequestRefused.of(ProblemKind.UNAVAILABLE);
  }

  private StoredAnswer created(Wish wish, Appointment visit) {
    return new StoredAnswer(
        201,
        json.writeValueAsString(new InZone<>(wish.hospital().timeZone(), visit)),
        Answers.eTag(visit.version()),
        "/api/v1/appointments/" + visit.id());
  }

  private static RequestRefused refused(Wish wish, List<Violation> violations) {
    return new RequestRefused(Problems.refused(violations), wish.hospital().timeZone());
  }
}
