package io.daysheet.server.records;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.Merged;
import io.daysheet.rule.Violation.MrnTaken;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.Locks;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.patient.Patients;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangePatient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Changes a patient's record, once per key. A patient changes how to be reached, in the own
/// record, and nothing else.
@Component
class PatientWrites {

  /// Where today begins first.
  private static final ZoneOffset FIRST_TO_WAKE = ZoneOffset.ofHours(14);

  private final Patients patients;
  private final Doctors doctors;
  private final FirstAnswers answers;
  private final RequestHash hash;
  private final Audit audit;
  private final PatientNews news;
  private final JsonMapper json;
  private final InstantSource clock;

  PatientWrites(
      Patients patients,
      Doctors doctors,
      FirstAnswers answers,
      RequestHash hash,
      Audit audit,
      PatientNews news,
      JsonMapper json,
      InstantSource clock) {
    this.patients = patients;
    this.doctors = doctors;
    this.answers = answers;
    this.hash = hash;
    this.audit = audit;
    this.news = news;
    this.json = json;
    this.clock = clock;
  }

  StoredAnswer change(
      PatientId id, ChangePatient request, IfMatch seen, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.KEEP_PATIENTS);
    sight.require(patients.isSeen(id, sight));
    Patient before = patients.find(id).orElseThrow(sight::missing);
    sight.require(
        sight.reach() == Reach.EVERYTHING || isContactOnly(before, request.after(before)));
    check(before, request, seen);
    try {
      return answers.once(
          key,
          Locks.of(List.of(id)),
          hash.of("PUT /patients/" + id + " " + seen.version(), request),
          () -> update(id, request, seen, caller),
          _ ->
              audit.write(
                  Who.of(caller),
                  Deed.repeated(AuditAction.PATIENT_CHANGED, id.value(), null, List.of(id))));
    } catch (DuplicateKeyException taken) {
      String mrn = request.after(before).mrn();
      throw Refusing.because(new MrnTaken(patients.findByMrn(mrn).orElseThrow(() -> taken)));
    }
  }

  private static boolean isContactOnly(Patient before, Patient after) {
    Patient reached =
        new Patient(
            after.id(),
            after.mrn(),
            after.givenName(),
            after.familyName(),
            after.birthDate(),
            before.phone(),
            before.email(),
            after.insurance(),
            after.primaryDoctorId(),
            before.preferences(),
            after.active(),
            after.mergedInto(),
            before.version());
    return reached.equals(before);
  }

  private void check(Patient before, ChangePatient request, IfMatch seen) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), FIRST_TO_WAKE);
    var doctor = request.primaryDoctorId();
    Refusing.refuse(
        Refusing.addressed(request.id(), before.id(), request.version(), seen),
        Refusing.check(request.mergedInto() == null, "mergedInto", Expected.AS_ADDRESSED),
        request.violations(today).stream(),
        Refusing.check(
            doctor == null || doctors.find(doctor).isPresent(),
            "primaryDoctorId",
            Expected.EXISTING_ID));
  }

  private StoredAnswer update(PatientId id, ChangePatient request, IfMatch seen, Caller caller) {
    Patient before = patients.find(id).orElseThrow();
    if (before.version() != seen.version()) {
      throw Refusing.stale(seen, before.version(), before);
    }
    if (before.mergedInto() != null) {
      throw Refusing.because(new Merged(before.mergedInto()));
    }
    Patient after = request.after(before);
    if (!patients.change(after)) {
      Patient current = patients.find(id).orElseThrow();
      throw Refusing.stale(seen, current.version(), current);
    }
    audit.write(
        Who.of(caller), Deed.done(AuditAction.PATIENT_CHANGED, id.value(), null, List.of(id)));
    Instant now = clock.instant();
    for (HospitalId hospital : news.concerned(id, now)) {
      news.tell(hospital, after, now, caller.account().name());
    }
    return new StoredAnswer(
        200, json.writeValueAsString(after), Answers.eTag(after.version()), null);
  }
}
