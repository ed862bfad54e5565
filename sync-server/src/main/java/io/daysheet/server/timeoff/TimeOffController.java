package io.daysheet.server.timeoff;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.schedule.VisitCursor;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.InZone;
import io.daysheet.wire.KeepTimeOff;
import io.daysheet.wire.Page;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/time-off`.
@RestController
@RequestMapping("/api/v1/time-off")
class TimeOffController {

  private final TimeOffRows rows;
  private final TimeOffWrites writes;
  private final TimeOffZone zones;
  private final Hospitals hospitals;
  private final Doctors doctors;
  private final InstantSource clock;

  TimeOffController(
      TimeOffRows rows,
      TimeOffWrites writes,
      TimeOffZone zones,
      Hospitals hospitals,
      Doctors doctors,
      InstantSource clock) {
    this.rows = rows;
    this.writes = writes;
    this.zones = zones;
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.clock = clock;
  }

  /// @param upcoming true: only what is not over
  @NotAudited("A doctor's absence is nobody's record")
  @GetMapping
  @Needs(Right.SEE_DAY)
  InZone<Page<TimeOff>> list(
      @RequestParam(required = false) @Nullable HospitalId hospital,
      @RequestParam(required = false) @Nullable DoctorId doctor,
      @RequestParam(required = false, defaultValue = "false") boolean upcoming,
      Paging paging,
      Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    ZoneId zone = zone(hospital, doctor, sight);
    var filter = new TimeOffRows.Filter(doctor, hospital, upcoming ? clock.instant() : null);
    return new InZone<>(
        zone,
        paging.page(
            rows.list(filter, sight, paging.limit() + 1, VisitCursor.read(paging)),
            off -> VisitCursor.of(off.start(), off.id().value())));
  }

  /// Of what is asked about, and whether it may be.
  private ZoneId zone(@Nullable HospitalId hospital, @Nullable DoctorId doctor, Sight sight) {
    if (doctor != null && doctors.find(doctor).isEmpty()) {
      throw RequestRefused.unknown("doctor");
    }
    if (hospital != null) {
      sight.require(sight.sees(hospital));
      Hospital found =
          hospitals.find(hospital).orElseThrow(() -> RequestRefused.unknown("hospital"));
      return found.timeZone();
    }
    @Nullable DoctorId one = doctor == null ? sight.onlyDoctor() : doctor;
    return one == null ? ZoneOffset.UTC : zones.of(one);
  }

  @NotAudited("A doctor's absence is nobody's record")
  @GetMapping("/{id}")
  @Needs(Right.SEE_DAY)
  ResponseEntity<Object> find(@PathVariable TimeOffId id, Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    TimeOff off = rows.find(id).orElseThrow(sight::missing);
    Doctor doctor = doctors.find(off.doctorId()).orElseThrow();
    sight.require(sight.sees(doctor));
    return Answers.found(off.version(), new InZone<>(zones.of(doctor.id()), off));
  }

  @Audited(value = AuditAction.TIME_OFF_CREATED, byItself = true)
  @PostMapping
  @Needs(Right.TAKE_TIME_OFF)
  ResponseEntity<Object> create(
      @RequestBody KeepTimeOff request, Caller caller, IdempotencyKey key) {
    return writes.create(request, caller, key).toResponse();
  }

  @Audited(value = AuditAction.TIME_OFF_CHANGED, byItself = true)
  @PutMapping("/{id}")
  @Needs(Right.TAKE_TIME_OFF)
  ResponseEntity<Object> change(
      @PathVariable TimeOffId id,
      @RequestBody KeepTimeOff request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return writes.change(id, request, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.TIME_OFF_REMOVED, byItself = true)
  @DeleteMapping("/{id}")
  @Needs(Right.TAKE_TIME_OFF)
  ResponseEntity<Object> remove(
      @PathVariable TimeOffId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return writes.remove(id, seen, caller, key).toResponse();
  }
}
