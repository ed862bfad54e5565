package io.daysheet.server.emergency;

import io.daysheet.identity.EmergencyAccessId;
import io.daysheet.identity.Right;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.BeginEmergencyAccess;
import io.daysheet.wire.EmergencyAccess;
import io.daysheet.wire.Page;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/emergency-access`: a doctor's own.
@RestController
@RequestMapping("/api/v1/emergency-access")
class EmergencyController {

  private final EmergencyWrites writes;
  private final EmergencyRows rows;
  private final InstantSource clock;

  EmergencyController(EmergencyWrites writes, EmergencyRows rows, InstantSource clock) {
    this.writes = writes;
    this.rows = rows;
    this.clock = clock;
  }

  /// Those that have not ended: seldom more than one, so they are one page.
  @Audited(AuditAction.EMERGENCY_ACCESS_READ)
  @GetMapping
  @Needs(Right.EMERGENCY_ACCESS)
  Page<EmergencyAccess> list(Caller caller) {
    return new Page<>(rows.list(caller.account().id(), clock.instant()), null);
  }

  @Audited(value = AuditAction.EMERGENCY_ACCESS, byItself = true)
  @PostMapping
  @Needs(Right.EMERGENCY_ACCESS)
  ResponseEntity<Object> begin(
      @RequestBody BeginEmergencyAccess request, Caller caller, IdempotencyKey key) {
    return writes.begin(request, caller, key).toResponse();
  }

  @Audited(value = AuditAction.EMERGENCY_ACCESS_ENDED, byItself = true)
  @DeleteMapping("/{id}")
  @Needs(Right.EMERGENCY_ACCESS)
  ResponseEntity<Object> end(
      @PathVariable EmergencyAccessId id, Caller caller, IdempotencyKey key) {
    return writes.end(id, caller, key).toResponse();
  }
}
