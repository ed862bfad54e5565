package io.daysheet.server.booking;

import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.IllegalTransition;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.CommandOutcome.KeyReused;
import io.daysheet.server.idempotency.CommandOutcome.Refused;
import io.daysheet.server.idempotency.CommandOutcome.Repeated;
import io.daysheet.server.idempotency.CommandOutcome.Written;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.Change.AppointmentChanged;
import io.daysheet.wire.InZone;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Cancels a visit that has not begun, and frees its time.
@Component
class Cancelling {

  /// It may be changed between the look and the write; then it is looked at again.
  private static final int TRIES = 4;

  private final AppointmentRows rows;
  private final Hospitals hospitals;
  private final FirstAnswers answers;
  private final RequestHash hashes;
  private final CommittedChanges changes;
  private final Audit audit;
  private final JsonMapper json;
  private final InstantSource clock;

  Cancelling(
      AppointmentRows rows,
      Hospitals hospitals,
      FirstAnswers answers,
      RequestHash hashes,
      CommittedChanges changes,
      Audit audit,
      JsonMapper json,
      InstantSource clock) {
    this.rows = rows;
    this.hospitals = hospitals;
    this.answers = answers;
    this.hashes = hashes;
    this.changes = changes;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /// @throws RequestRefused if there is no such visit, it is another version by now, or it can't be
  ///   cancelled any more
  StoredAnswer cancel(
      AppointmentId id,
      CancelAppointment request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    byte[] hash = hashes.of("POST /appointments/" + id + "/cancel", request);
    return answers.unlessRefused(
        key, hash, () -> decide(id, request, seen, caller, key, hash), _ -> repeated(id, caller));
  }

  private StoredAnswer decide(
      AppointmentId id,
      CancelAppointment request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key,
      byte[] hash) {
    for (int left = TRIES; left > 0; left--) {
      Instant now = clock.instant();
      Sight sight = caller.sight(Right.BOOK);
      Appointment visit = rows.find(id).orElseThrow(sight::missing);
      // whoever may not look at it is not shown it by way of a refusal either
      sight.require(sight.sees(visit) && caller.sight(Right.SEE_VISITS).sees(visit));
      ZoneId zone = hospitals.find(visit.hospitalId()).orElseThrow().timeZone();
      check(visit, request, seen, zone, now);
      Appointment cancelled = cancelled(visit);
      StoredAnswer answer =
          new StoredAnswer(
              200,
              json.writeValueAsString(new InZone<>(zone, cancelled)),
              Answers.eTag(cancelled.version()),
              null);
      switch (rows.cancel(visit, request.reason(), caller, now, key.value(), hash, answer)) {
        case Written(long sequence) -> {
          changes.publish(
              visit.hospitalId(),
              new AppointmentChanged(sequence, now, caller.account().name(), cancelled));
          return answer;
        }
        case Repeated(StoredAnswer first) -> {
          return first;
        }
        case KeyReused _ -> throw RequestRefused.of(ProblemKind.KEY_REUSED);
        case Refused _ -> {
          // changed meanwhile, or begun: the next look tells
        }
      }
    }
    throw RequestRefused.of(ProblemKind.UNAVAILABLE);
  }

  private void repeated(AppointmentId id, Caller caller) {
    List<PatientId> whose = rows.find(id).map(Appointment::patientId).stream().toList();
    audit.write(
        Who.of(caller), Deed.repeated(AuditAction.APPOINTMENT_CANCELLED, id.value(), null, whose));
  }

  private static void check(
      Appointment visit, CancelAppointment request, IfMatch seen, ZoneId zone, Instant now) {
    if (seen.version() != visit.version()) {
      throw new RequestRefused(Problems.stale(seen.version(), visit.version(), visit), zone);
    }
    List<Violation> violations = violations(visit, request, now);
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations), zone);
    }
  }

  private static List<Violation> violations(
      Appointment visit, CancelAppointment request, Instant now) {
    if (!visit.status().isCancellable() || !visit.start().isAfter(now)) {
      return List.of(
          new IllegalTransition(visit.status(), AppointmentStatus.CANCELLED, visit.start()));
    }
    return TextRules.check("reason", request.reason(), TextRules.REASON).toList();
  }

  private static Appointment cancelled(Appointment visit) {
    return new Appointment(
        visit.id(),
        visit.hospitalId(),
        visit.doctorId(),
        visit.patientId(),
        visit.patient(),
        visit.start(),
        visit.end(),
        visit.type(),
        AppointmentStatus.CANCELLED,
        visit.reason(),
        visit.notes(),
        visit.roomId(),
        visit.telehealthLink(),
        visit.needsAttention(),
        visit.version() + 1);
  }
}
