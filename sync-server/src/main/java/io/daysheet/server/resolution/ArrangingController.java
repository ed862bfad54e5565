package io.daysheet.server.resolution;

import io.daysheet.identity.Right;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangeAvailability;
import io.daysheet.wire.CloseAvailability;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/availabilities`, as who arranges time changes and takes them back.
@RestController
@RequestMapping("/api/v1/availabilities/{id}")
class ArrangingController {

  private final Arranging arranging;

  ArrangingController(Arranging arranging) {
    this.arranging = arranging;
  }

  @Audited(value = AuditAction.AVAILABILITY_CHANGED, byItself = true)
  @PutMapping
  @Needs(Right.ARRANGE_TIME)
  ResponseEntity<Object> change(
      @PathVariable AvailabilityId id,
      @RequestBody ChangeAvailability request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return arranging.change(id, request, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.AVAILABILITY_REMOVED, byItself = true)
  @DeleteMapping
  @Needs(Right.ARRANGE_TIME)
  ResponseEntity<Object> close(
      @PathVariable AvailabilityId id,
      @RequestBody(required = false) @Nullable CloseAvailability request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return arranging.close(id, request, seen, caller, key).toResponse();
  }
}
