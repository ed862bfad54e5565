package io.daysheet.server.booking;

import io.daysheet.identity.Right;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The steps of a visit that need no words: `/appointments/{id}/confirm` and its like.
@RestController
@RequestMapping("/api/v1/appointments/{id}")
class AppointmentStepController {

  private final Stepping stepping;

  AppointmentStepController(Stepping stepping) {
    this.stepping = stepping;
  }

  @Audited(value = AuditAction.APPOINTMENT_CONFIRMED, byItself = true)
  @PostMapping("/confirm")
  @Needs(Right.BOOK)
  ResponseEntity<Object> confirm(
      @PathVariable AppointmentId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return stepping.step(id, AppointmentStep.CONFIRM, null, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.APPOINTMENT_CHECKED_IN, byItself = true)
  @PostMapping("/check-in")
  @Needs(Right.BOOK)
  ResponseEntity<Object> checkIn(
      @PathVariable AppointmentId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return stepping.step(id, AppointmentStep.CHECK_IN, null, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.APPOINTMENT_CHECK_IN_UNDONE, byItself = true)
  @PostMapping("/undo-check-in")
  @Needs(Right.BOOK)
  ResponseEntity<Object> undoCheckIn(
      @PathVariable AppointmentId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return stepping.step(id, AppointmentStep.UNDO_CHECK_IN, null, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.APPOINTMENT_COMPLETED, byItself = true)
  @PostMapping("/complete")
  @Needs(Right.BOOK)
  ResponseEntity<Object> complete(
      @PathVariable AppointmentId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return stepping.step(id, AppointmentStep.COMPLETE, null, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.APPOINTMENT_NO_SHOW, byItself = true)
  @PostMapping("/no-show")
  @Needs(Right.BOOK)
  ResponseEntity<Object> noShow(
      @PathVariable AppointmentId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return stepping.step(id, AppointmentStep.MARK_NO_SHOW, null, seen, caller, key).toResponse();
  }
}
