package io.daysheet.server.emergency;

import io.daysheet.identity.AccountId;
import io.daysheet.identity.EmergencyAccessId;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.rule.Violation;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.patient.Patients;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import io.daysheet.wire.BeginEmergencyAccess;
import io.daysheet.wire.EmergencyAccess;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Begins and ends a doctor's emergency access, each in one transaction with its entry in the
/// audit.
@Component
class EmergencyWrites {

  private static final String PLACE = "/api/v1/emergency-access/";

  private final EmergencyRows rows;
  private final Patients patients;
  private final FirstAnswers answers;
  private final RequestHash hash;
  private final Audit audit;
  private final JsonMapper json;
  private final InstantSource clock;
  private final EmergencySettings settings;

  EmergencyWrites(
      EmergencyRows rows,
      Patients patients,
      FirstAnswers answers,
      RequestHash hash,
      Audit audit,
      JsonMapper json,
      InstantSource clock,
      EmergencySettings settings) {
    this.rows = rows;
    this.patients = patients;
    this.answers = answers;
    this.hash = hash;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
    this.settings = settings;
  }

  /// To begin again is to begin anew: the one before ends, with its reason.
  ///
  /// @throws RequestRefused as not found if number and birth date are not of one patient, whichever
  ///   of them is wrong
  StoredAnswer begin(BeginEmergencyAccess request, Caller caller, IdempotencyKey key) {
    List<Violation> violations = request.violations();
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations));
    }
    PatientId patient =
        patients
            .findNamed(request.mrn(), request.birthDate())
            .orElseThrow(() -> nobody(request, caller));
    return answers.once(
        key,
        hash.of("POST /emergency-access", request),
        () -> written(patient, request.reason(), caller),
        first -> repeated(first, patient, request.reason(), caller));
  }

  /// Who guesses at birth dates is seen in the audit, with what they gave as a reason.
  private RequestRefused nobody(BeginEmergencyAccess request, Caller caller) {
    ProblemKind kind = ProblemKind.NOT_FOUND;
    audit.write(
        Who.of(caller, request.reason()),
        Deed.notDone(AuditAction.EMERGENCY_ACCESS, AuditOutcome.REFUSED, null, kind.code()));
    return RequestRefused.of(kind);
  }

  private StoredAnswer written(PatientId id, String reason, Caller caller) {
    Patient patient = patients.find(id).orElseThrow();
    // as exact as the database keeps it
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    EmergencyAccess access =
        new EmergencyAccess(
            new EmergencyAccessId(UUID.randomUUID()),
            id,
            new PatientSummary(patient.givenName(), patient.familyName(), patient.birthDate()),
            now,
            now.plus(settings.lasts()));
    AccountId account = caller.account().id();
    rows.end(account, id, now);
    rows.insert(access, account, reason);
    audit.write(
        Who.of(caller, reason),
        Deed.done(AuditAction.EMERGENCY_ACCESS, access.id().value(), null, List.of(id)));
    return new StoredAnswer(201, json.writeValueAsString(access), null, PLACE + access.id());
  }

  private void repeated(StoredAnswer first, PatientId patient, String reason, Caller caller) {
    String id = Objects.requireNonNull(first.location()).substring(PLACE.length());
    audit.write(
        Who.of(caller, reason),
        Deed.repeated(AuditAction.EMERGENCY_ACCESS, UUID.fromString(id), null, List.of(patient)));
  }

  /// Nothing more of that patient is seen. What has ended already stays so.
  ///
  /// @throws RequestRefused as forbidden if it is not the caller's, or there is none
  StoredAnswer end(EmergencyAccessId id, Caller caller, IdempotencyKey key) {
    AccountId account = caller.account().id();
    PatientId patient =
        rows.patient(id, account).orElseThrow(() -> RequestRefused.of(ProblemKind.FORBIDDEN));
    Deed ended = Deed.done(AuditAction.EMERGENCY_ACCESS_ENDED, id.value(), null, List.of(patient));
    return answers.once(
        key,
        hash.of("DELETE /emergency-access/" + id, ""),
        () -> {
          if (rows.end(account, patient, clock.instant())) {
            audit.write(Who.of(caller), ended);
          }
          return new StoredAnswer(204, null, null, null);
        },
        _ ->
            audit.write(
                Who.of(caller),
                Deed.repeated(
                    AuditAction.EMERGENCY_ACCESS_ENDED, id.value(), null, List.of(patient))));
  }
}
