package io.daysheet.server.booking;

import io.daysheet.identity.Right;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.InZone;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/appointments`.
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentController {

  private final Booking booking;
  private final Cancelling cancelling;
  private final AppointmentRows rows;
  private final Hospitals hospitals;

  AppointmentController(
      Booking booking, Cancelling cancelling, AppointmentRows rows, Hospitals hospitals) {
    this.booking = booking;
    this.cancelling = cancelling;
    this.rows = rows;
    this.hospitals = hospitals;
  }

  @Audited(AuditAction.APPOINTMENT_READ)
  @GetMapping("/{id}")
  @Needs(Right.SEE_VISITS)
  ResponseEntity<Object> find(@PathVariable AppointmentId id, Caller caller) {
    Sight sight = caller.sight(Right.SEE_VISITS);
    Appointment visit = rows.find(id).orElseThrow(sight::missing);
    sight.require(sight.sees(visit));
    return Answers.found(
        visit.version(),
        new InZone<>(hospitals.find(visit.hospitalId()).orElseThrow().timeZone(), visit));
  }

  @Audited(value = AuditAction.APPOINTMENT_BOOKED, byItself = true)
  @PostMapping
  @Needs(Right.BOOK)
  ResponseEntity<Object> book(
      @RequestBody BookAppointment request, Caller caller, IdempotencyKey key) {
    return booking.book(request, caller, key).toResponse();
  }

  @Audited(value = AuditAction.APPOINTMENT_CANCELLED, byItself = true)
  @PostMapping("/{id}/cancel")
  @Needs(Right.BOOK)
  ResponseEntity<Object> cancel(
      @PathVariable AppointmentId id,
      @RequestBody CancelAppointment request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return cancelling.cancel(id, request, seen, caller, key).toResponse();
  }
}
