package io.daysheet.server.plan;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.InZone;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.Page;
import io.daysheet.wire.PlanHorizon;
import io.daysheet.wire.PlanPreview;
import java.time.LocalDate;
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

/// `/weekly-plans`.
@RestController
@RequestMapping("/api/v1/weekly-plans")
class WeeklyPlanController {

  private final PlanRows rows;
  private final PlanList list;
  private final PlanWrites writes;
  private final PlanDates dates;
  private final PlanPreviews previews;
  private final Publisher publisher;
  private final Hospitals hospitals;
  private final Doctors doctors;

  WeeklyPlanController(
      PlanRows rows,
      PlanList list,
      PlanWrites writes,
      PlanDates dates,
      PlanPreviews previews,
      Publisher publisher,
      Hospitals hospitals,
      Doctors doctors) {
    this.rows = rows;
    this.list = list;
    this.writes = writes;
    this.dates = dates;
    this.previews = previews;
    this.publisher = publisher;
    this.hospitals = hospitals;
    this.doctors = doctors;
  }

  @NotAudited("A doctor's week is nobody's record")
  @GetMapping
  @Needs(Right.SEE_DAY)
  Page<WeeklyPlan> list(
      @RequestParam(required = false) @Nullable HospitalId hospital,
      @RequestParam(required = false) @Nullable DoctorId doctor,
      Paging paging,
      Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    if (hospital != null) {
      sight.require(sight.sees(hospital));
      if (hospitals.find(hospital).isEmpty()) {
        throw RequestRefused.unknown("hospital");
      }
    }
    if (doctor != null && doctors.find(doctor).isEmpty()) {
      throw RequestRefused.unknown("doctor");
    }
    return list.page(hospital, doctor, sight, paging);
  }

  @NotAudited("A doctor's week is nobody's record")
  @GetMapping("/{id}")
  @Needs(Right.SEE_DAY)
  ResponseEntity<Object> find(@PathVariable WeeklyPlanId id, Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    WeeklyPlan plan = rows.find(id).orElseThrow(sight::missing);
    sight.require(sight.sees(plan.hospitalId(), plan.doctorId()));
    return Answers.found(plan.version(), plan);
  }

  @NotAudited("How far ahead is published is nobody's record")
  @GetMapping("/horizon")
  @Needs(Right.SEE_DAY)
  PlanHorizon horizon(@RequestParam HospitalId hospital, Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    sight.require(sight.sees(hospital));
    return hospitals
        .present(hospital)
        .map(publisher::horizon)
        .map(PlanHorizon::new)
        .orElseThrow(() -> RequestRefused.unknown("hospital"));
  }

  /// @param from only this date and those that follow
  @NotAudited("Nothing is done, and a doctor's week is nobody's record")
  @PostMapping("/preview")
  @Needs(Right.ARRANGE_TIME)
  InZone<PlanPreview> preview(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestBody KeepWeeklyPlan request,
      Caller caller) {
    return previews.of(request, from, caller);
  }

  @NotAudited("Nothing is done, and a doctor's week is nobody's record")
  @GetMapping("/{id}/removal")
  @Needs(Right.ARRANGE_TIME)
  InZone<PlanPreview> removal(@PathVariable WeeklyPlanId id, Caller caller) {
    return previews.ofRemoval(id, caller);
  }

  @Audited(value = AuditAction.WEEKLY_PLAN_CREATED, byItself = true)
  @PostMapping
  @Needs(Right.ARRANGE_TIME)
  ResponseEntity<Object> create(
      @RequestBody KeepWeeklyPlan request, Caller caller, IdempotencyKey key) {
    return writes.create(request, caller, key).toResponse();
  }

  /// @param from only this date and those that follow
  @Audited(value = AuditAction.WEEKLY_PLAN_CHANGED, byItself = true)
  @PutMapping("/{id}")
  @Needs(Right.ARRANGE_TIME)
  ResponseEntity<Object> change(
      @PathVariable WeeklyPlanId id,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestBody KeepWeeklyPlan request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return writes.change(id, request, from, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.WEEKLY_PLAN_REMOVED, byItself = true)
  @DeleteMapping("/{id}")
  @Needs(Right.ARRANGE_TIME)
  ResponseEntity<Object> remove(
      @PathVariable WeeklyPlanId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return writes.remove(id, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.WEEKLY_PLAN_CHANGED, byItself = true)
  @PutMapping("/{id}/dates/{date}")
  @Needs(Right.ARRANGE_TIME)
  ResponseEntity<Object> changeDate(
      @PathVariable WeeklyPlanId id,
      @PathVariable LocalDate date,
      @RequestBody ChangePlanDate request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return dates.change(id, date, request, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.WEEKLY_PLAN_CHANGED, byItself = true)
  @DeleteMapping("/{id}/dates/{date}")
  @Needs(Right.ARRANGE_TIME)
  ResponseEntity<Object> resetDate(
      @PathVariable WeeklyPlanId id,
      @PathVariable LocalDate date,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return dates.reset(id, date, seen, caller, key).toResponse();
  }
}
