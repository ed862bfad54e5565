package io.daysheet.server.plan;

import io.daysheet.hospital.Hospital;
import io.daysheet.rule.PlanRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InThePast;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangePlanDate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Makes one date of a plan otherwise, without touching the others, and takes that back.
@Component
class PlanDates {

  private final PlanFrame frame;
  private final PlanRows rows;
  private final PublishedRows around;
  private final Publisher publisher;
  private final RequestHash hashes;
  private final InstantSource clock;

  PlanDates(
      PlanFrame frame,
      PlanRows rows,
      PublishedRows around,
      Publisher publisher,
      RequestHash hashes,
      InstantSource clock) {
    this.frame = frame;
    this.rows = rows;
    this.around = around;
    this.publisher = publisher;
    this.hashes = hashes;
    this.clock = clock;
  }

  /// It is changed or skipped from now on, also if staff had changed its availability by hand.
  StoredAnswer change(
      WeeklyPlanId id,
      LocalDate date,
      ChangePlanDate request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return frame.write(
        id,
        seen,
        caller,
        key,
        hashes.of("PUT /weekly-plans/" + id + "/dates/" + date + " " + seen.version(), request),
        AuditAction.WEEKLY_PLAN_CHANGED,
        plan -> {
          var changed =
              request.isSkipped()
                  ? new ChangedDate(date, null, null)
                  : new ChangedDate(date, request.start(), request.end());
          Hospital hospital = frame.hospital(plan);
          PlanFrame.refuse(violations(changed, request, plan, hospital), hospital);
          rows.put(id, changed);
          return publish(plan, date, hospital, caller);
        });
  }

  private List<Violation> violations(
      ChangedDate changed, ChangePlanDate request, WeeklyPlan plan, Hospital hospital) {
    if (request.isSkipped() && (request.start() != null || request.end() != null)) {
      return List.of(new InvalidValue(request.start() != null ? "start" : "end", Expected.NOTHING));
    }
    List<Violation> none = PlanRules.date("date", changed.date(), plan).toList();
    if (!none.isEmpty()) {
      return none;
    }
    TimeRange day =
        hospital
            .day(changed.date())
            .orElseThrow(() -> RequestRefused.invalid("date", Expected.DATE));
    return PlanRules.check(
        changed,
        plan,
        hospital,
        frame.doctor(plan),
        around.others(plan, day),
        around.away(plan.doctorId(), day),
        clock.instant());
  }

  /// It is again as the others are.
  StoredAnswer reset(
      WeeklyPlanId id, LocalDate date, IfMatch seen, Caller caller, IdempotencyKey key) {
    return frame.write(
        id,
        seen,
        caller,
        key,
        hashes.of("DELETE /weekly-plans/" + id + "/dates/" + date + " " + seen.version(), ""),
        AuditAction.WEEKLY_PLAN_CHANGED,
        plan -> {
          Hospital hospital = frame.hospital(plan);
          PlanFrame.refuse(resetting(date, plan, hospital), hospital);
          rows.remove(id, date);
          return publish(plan, date, hospital, caller);
        });
  }

  private List<Violation> resetting(LocalDate date, WeeklyPlan plan, Hospital hospital) {
    List<Violation> none = PlanRules.date("date", date, plan).toList();
    if (!none.isEmpty()) {
      return none;
    }
    Instant now = clock.instant();
    Instant start = plan.start().startOn(date, hospital.timeZone()).toInstant();
    return start.isAfter(now) ? List.of() : List.of(new InThePast(start, now));
  }

  private StoredAnswer publish(
      WeeklyPlan before, LocalDate date, Hospital hospital, Caller caller) {
    rows.forgetHand(before.id(), date);
    rows.countUp(before.id());
    WeeklyPlan after = rows.find(before.id()).orElseThrow();
    return frame.answer(
        200, after, publisher.publish(after, caller.account().name()), hospital, null);
  }
}
