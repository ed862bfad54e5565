package io.daysheet.server.patient;

import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Page;
import io.daysheet.wire.RegisterPatient;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/patients`. A page's cursor is the id of the last one seen: names don't belong into addresses.
@RestController
@RequestMapping("/api/v1/patients")
class PatientController {

  private final PatientRows rows;
  private final Patients patients;
  private final PatientSearch search;
  private final Registration registration;
  private final Duplicates duplicates;

  PatientController(
      PatientRows rows,
      Patients patients,
      PatientSearch search,
      Registration registration,
      Duplicates duplicates) {
    this.duplicates = duplicates;
    this.rows = rows;
    this.patients = patients;
    this.search = search;
    this.registration = registration;
  }

  @Audited(AuditAction.PATIENTS_SEARCHED)
  @GetMapping
  @Needs(Right.SEE_PATIENTS)
  Page<Patient> search(@RequestParam String query, Paging paging, Caller caller) {
    Optional<PatientId> after = paging.after(1).stream().findFirst().map(PatientController::cursor);
    return paging.page(
        search.find(query, caller.sight(Right.SEE_PATIENTS), paging.limit() + 1, after),
        patient -> List.of(patient.id().toString()));
  }

  @Audited(AuditAction.PATIENT_READ)
  @GetMapping("/{id}")
  @Needs(Right.SEE_PATIENTS)
  ResponseEntity<Object> find(@PathVariable PatientId id, Caller caller) {
    Sight sight = caller.sight(Right.SEE_PATIENTS);
    sight.require(patients.isSeen(id, sight));
    Patient patient = rows.find(id).orElseThrow(sight::missing);
    return Answers.found(patient.version(), patient);
  }

  @Audited(value = AuditAction.PATIENT_REGISTERED, byItself = true)
  @PostMapping
  @Needs(Right.KEEP_PATIENTS)
  ResponseEntity<Object> register(
      @RequestBody RegisterPatient request, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.KEEP_PATIENTS);
    // a patient keeps the own record, and makes no other
    sight.require(sight.reach() == Reach.EVERYTHING);
    return registration.register(request, caller, key).toResponse();
  }

  @Audited(AuditAction.DUPLICATES_SEARCHED)
  @PostMapping("/duplicates")
  @Needs(Right.KEEP_PATIENTS)
  Page<LikelySame> duplicates(@RequestBody FindDuplicates request, Caller caller) {
    Sight sight = caller.sight(Right.KEEP_PATIENTS);
    // who registers nobody is not told who is registered
    sight.require(sight.reach() == Reach.EVERYTHING);
    return new Page<>(duplicates.of(request), null);
  }

  private static PatientId cursor(String text) {
    try {
      return PatientId.parse(text);
    } catch (IllegalArgumentException notOurs) {
      throw RequestRefused.invalid("after", Expected.CURSOR);
    }
  }
}
