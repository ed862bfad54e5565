package io.daysheet.server.records;

import io.daysheet.hospital.DoctorId;
import io.daysheet.identity.Right;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.KeepDoctor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/doctors`, as administrators write them.
@RestController
@RequestMapping("/api/v1/doctors")
class DoctorWritesController {

  private final DoctorWrites writes;

  DoctorWritesController(DoctorWrites writes) {
    this.writes = writes;
  }

  @Audited(value = AuditAction.DOCTOR_CREATED, byItself = true)
  @PostMapping
  @Needs(Right.MANAGE_HOSPITALS)
  ResponseEntity<Object> create(
      @RequestBody KeepDoctor request, Caller caller, IdempotencyKey key) {
    return writes.create(request, caller, key).toResponse();
  }

  @Audited(value = AuditAction.DOCTOR_CHANGED, byItself = true)
  @PutMapping("/{id}")
  @Needs(Right.MANAGE_HOSPITALS)
  ResponseEntity<Object> change(
      @PathVariable DoctorId id,
      @RequestBody KeepDoctor request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return writes.change(id, request, seen, caller, key).toResponse();
  }
}
