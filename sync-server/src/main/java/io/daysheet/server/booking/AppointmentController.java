package io.daysheet.server.booking;

import io.daysheet.identity.Right;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Page;
import io.daysheet.wire.RescheduleAppointment;
import java.time.ZoneId;
import java.util.List;
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
  private final Rescheduling rescheduling;
  private final Stepping stepping;
  private final AppointmentRows rows;
  private final AppointmentHistory history;
  private final Hospitals hospitals;
  private final Audit audit;

  AppointmentController(
      Booking booking,
      Rescheduling rescheduling,
      Stepping stepping,
      AppointmentRows rows,
      AppointmentHistory history,
      Hospitals hospitals,
      Audit audit) {
    this.booking = booking;
    this.rescheduling = rescheduling;
    this.stepping = stepping;
    this.rows = rows;
    this.history = history;
    this.hospitals = hospitals;
    this.audit = audit;
  }

  @Audited(AuditAction.APPOINTMENT_READ)
  @GetMapping("/{id}")
  @Needs(Right.SEE_VISITS)
  ResponseEntity<Object> find(@PathVariable AppointmentId id, Caller caller) {
    Appointment visit = seen(id, caller);
    return Answers.found(visit.version(), new InZone<>(zone(visit), visit));
  }

  @Audited(value = AuditAction.APPOINTMENT_HISTORY_READ, byItself = true)
  @GetMapping("/{id}/history")
  @Needs(Right.SEE_VISITS)
  InZone<Page<AppointmentEvent>> history(@PathVariable AppointmentId id, Caller caller) {
    Appointment visit = seen(id, caller);
    audit.write(
        Who.of(caller),
        Deed.done(
            AuditAction.APPOINTMENT_HISTORY_READ,
            id.value(),
            visit.hospitalId(),
            List.of(visit.patientId())));
    return new InZone<>(zone(visit), new Page<>(history.of(id), null));
  }

  private Appointment seen(AppointmentId id, Caller caller) {
    Sight sight = caller.sight(Right.SEE_VISITS);
    Appointment visit = rows.find(id).orElseThrow(sight::missing);
    sight.require(sight.sees(visit));
    return visit;
  }

  private ZoneId zone(Appointment visit) {
    return hospitals.find(visit.hospitalId()).orElseThrow().timeZone();
  }

  @Audited(value = AuditAction.APPOINTMENT_BOOKED, byItself = true)
  @PostMapping
  @Needs(Right.BOOK)
  ResponseEntity<Object> book(
      @RequestBody BookAppointment request, Caller caller, IdempotencyKey key) {
    return booking.book(request, caller, key).toResponse();
  }

  @Audited(value = AuditAction.APPOINTMENT_MOVED, byItself = true)
  @PostMapping("/{id}/reschedule")
  @Needs(Right.BOOK)
  ResponseEntity<Object> reschedule(
      @PathVariable AppointmentId id,
      @RequestBody RescheduleAppointment request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return rescheduling.reschedule(id, request, seen, caller, key).toResponse();
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
    return stepping.step(id, AppointmentStep.CANCEL, request, seen, caller, key).toResponse();
  }
}
