package io.daysheet.server.schedule;

import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.patient.Patients;
import io.daysheet.server.web.Paging;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Page;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/patients/{id}/appointments`: each in the offset of its own hospital. Of a record that was
/// merged these are the visits of the one that stays.
@RestController
class PatientVisitsController {

  private final PatientVisits visits;
  private final Patients patients;
  private final Hospitals hospitals;
  private final InstantSource clock;

  PatientVisitsController(
      PatientVisits visits, Patients patients, Hospitals hospitals, InstantSource clock) {
    this.visits = visits;
    this.patients = patients;
    this.hospitals = hospitals;
    this.clock = clock;
  }

  @Audited(AuditAction.PATIENT_VISITS_READ)
  @GetMapping("/api/v1/patients/{id}/appointments")
  @Needs(Right.SEE_VISITS)
  Page<InZone<Appointment>> visits(
      @PathVariable PatientId id,
      @RequestParam(required = false, defaultValue = "false") boolean upcoming,
      Paging paging,
      Caller caller) {
    Sight records = caller.sight(Right.SEE_PATIENTS);
    records.require(patients.isSeen(id, records));
    PatientId merged = patients.find(id).orElseThrow(records::missing).mergedInto();
    PatientId whose = Objects.requireNonNullElse(merged, id);
    Sight sight = caller.sight(Right.SEE_VISITS);
    List<String> after = VisitCursor.read(paging);
    int limit = paging.limit() + 1;
    List<Appointment> found =
        upcoming
            ? visits.upcoming(whose, clock.instant(), sight, limit, after)
            : visits.all(whose, sight, limit, after);
    Page<Appointment> page =
        paging.page(found, visit -> VisitCursor.of(visit.start(), visit.id().value()));
    return new Page<>(page.items().stream().map(this::inItsZone).toList(), page.next());
  }

  private InZone<Appointment> inItsZone(Appointment visit) {
    Hospital hospital = hospitals.find(visit.hospitalId()).orElseThrow();
    return new InZone<>(hospital.timeZone(), visit);
  }
}
