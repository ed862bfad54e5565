package io.daysheet.server.calendar;

import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.schedule.Visits;
import io.daysheet.wire.AuditAction;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/appointments/{id}/calendar`: a visit for the calendar of whoever has to be there.
@RestController
class CalendarController {

  private static final String TYPE = "text/calendar";

  private final Visits visits;
  private final Hospitals hospitals;
  private final Doctors doctors;
  private final Audit audit;
  private final InstantSource clock;

  CalendarController(
      Visits visits, Hospitals hospitals, Doctors doctors, Audit audit, InstantSource clock) {
    this.visits = visits;
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.audit = audit;
    this.clock = clock;
  }

  @Audited(value = AuditAction.APPOINTMENT_EXPORTED, byItself = true)
  @GetMapping(value = "/api/v1/appointments/{id}/calendar", produces = TYPE)
  @Needs(Right.SEE_VISITS)
  ResponseEntity<String> calendar(@PathVariable AppointmentId id, Caller caller) {
    Sight sight = caller.sight(Right.SEE_VISITS);
    Appointment visit =
        visits.find(List.of(id.value())).stream().findFirst().orElseThrow(sight::missing);
    sight.require(sight.sees(visit));
    Hospital hospital = hospitals.find(visit.hospitalId()).orElseThrow();
    audit.write(
        Who.of(caller),
        Deed.done(
            AuditAction.APPOINTMENT_EXPORTED,
            id.value(),
            hospital.id(),
            List.of(visit.patientId())));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.parseMediaType(TYPE), StandardCharsets.UTF_8))
        .headers(headers ->
            headers.setContentDisposition(
                ContentDisposition.attachment().filename("visit.ics").build()))
        .body(
            CalendarFile.of(
                visit, hospital, doctors.find(visit.doctorId()).orElseThrow(), clock.instant()));
  }
}
