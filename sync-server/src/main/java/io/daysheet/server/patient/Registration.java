package io.daysheet.server.patient;

import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.MrnTaken;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.RegisterPatient;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Registers a patient, once per key.
@Component
class Registration {

  /// Where today begins first: a child born this morning can be registered everywhere.
  private static final ZoneOffset FIRST_TO_WAKE = ZoneOffset.ofHours(14);

  private static final String PLACE = "/api/v1/patients/";

  private final PatientRows rows;
  private final Doctors doctors;
  private final FirstAnswers answers;
  private final RequestHash hash;
  private final Audit audit;
  private final JsonMapper json;
  private final InstantSource clock;

  Registration(
      PatientRows rows,
      Doctors doctors,
      FirstAnswers answers,
      RequestHash hash,
      Audit audit,
      JsonMapper json,
      InstantSource clock) {
    this.rows = rows;
    this.doctors = doctors;
    this.answers = answers;
    this.hash = hash;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  StoredAnswer register(RegisterPatient request, Caller caller, IdempotencyKey key) {
    List<Violation> violations = violations(request);
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations));
    }
    return answers.once(
        key,
        hash.of("POST /patients", request),
        () -> insert(request, caller),
        first -> repeated(first, caller));
  }

  private void repeated(StoredAnswer first, Caller caller) {
    String location = Objects.requireNonNull(first.location());
    PatientId id = PatientId.parse(location.substring(PLACE.length()));
    audit.write(
        Who.of(caller),
        Deed.repeated(AuditAction.PATIENT_REGISTERED, id.value(), null, List.of(id)));
  }

  private List<Violation> violations(RegisterPatient request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), FIRST_TO_WAKE);
    var doctor = request.primaryDoctorId();
    return Stream.concat(
            request.violations(today).stream(),
            doctor == null || doctors.find(doctor).isPresent()
                ? Stream.empty()
                : Stream.of(new InvalidValue("primaryDoctorId", Expected.EXISTING_ID)))
        .toList();
  }

  private StoredAnswer insert(RegisterPatient request, Caller caller) {
    String mrn = request.mrn();
    Patient patient = patient(request, mrn == null ? rows.nextMrn() : mrn);
    while (!rows.insert(patient)) {
      if (mrn != null) {
        throw new RequestRefused(
            Problems.refused(List.of(new MrnTaken(rows.findByMrn(mrn).orElseThrow()))));
      }
      // somebody typed the number that was next
      patient = patient(request, rows.nextMrn());
    }
    audit.write(
        Who.of(caller),
        Deed.done(
            AuditAction.PATIENT_REGISTERED, patient.id().value(), null, List.of(patient.id())));
    return new StoredAnswer(
        201,
        json.writeValueAsString(patient),
        Answers.eTag(patient.version()),
        PLACE + patient.id());
  }

  private static Patient patient(RegisterPatient request, String mrn) {
    return new Patient(
        new PatientId(UUID.randomUUID()),
        mrn,
        request.givenName(),
        request.familyName(),
        request.birthDate(),
        request.phone(),
        request.email(),
        request.insurance(),
        request.primaryDoctorId(),
        Objects.requireNonNullElse(request.preferences(), ContactPreferences.NONE),
        true,
        null,
        1);
  }
}
