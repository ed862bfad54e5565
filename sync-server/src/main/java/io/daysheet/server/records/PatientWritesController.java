package io.daysheet.server.records;

import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangePatient;
import io.daysheet.wire.MergePatient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/patients/{id}`, as it is changed and merged.
@RestController
@RequestMapping("/api/v1/patients/{id}")
class PatientWritesController {

  private final PatientWrites writes;
  private final Merging merging;

  PatientWritesController(PatientWrites writes, Merging merging) {
    this.writes = writes;
    this.merging = merging;
  }

  @Audited(value = AuditAction.PATIENT_CHANGED, byItself = true)
  @PutMapping
  @Needs(Right.KEEP_PATIENTS)
  ResponseEntity<Object> change(
      @PathVariable PatientId id,
      @RequestBody ChangePatient request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return writes.change(id, request, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.PATIENT_MERGED, byItself = true)
  @PostMapping("/merge")
  @Needs(Right.KEEP_PATIENTS)
  ResponseEntity<Object> merge(
      @PathVariable PatientId id,
      @RequestBody MergePatient request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return merging.merge(id, request, seen, caller, key).toResponse();
  }
}
