package io.daysheet.server.records;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.KeepHospital;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/hospitals`, as administrators write them.
@RestController
@RequestMapping("/api/v1/hospitals")
class HospitalWritesController {

  private final HospitalWrites writes;

  HospitalWritesController(HospitalWrites writes) {
    this.writes = writes;
  }

  @Audited(value = AuditAction.HOSPITAL_CREATED, byItself = true)
  @PostMapping
  @Needs(Right.MANAGE_HOSPITALS)
  ResponseEntity<Object> create(
      @RequestBody KeepHospital request, Caller caller, IdempotencyKey key) {
    return writes.create(request, caller, key).toResponse();
  }

  @Audited(value = AuditAction.HOSPITAL_CHANGED, byItself = true)
  @PutMapping("/{id}")
  @Needs(Right.MANAGE_HOSPITALS)
  ResponseEntity<Object> change(
      @PathVariable HospitalId id,
      @RequestBody KeepHospital request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return writes.change(id, request, seen, caller, key).toResponse();
  }
}
