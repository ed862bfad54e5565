package io.daysheet.server.plan;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.rule.PlanRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.Locks;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.KeepWeeklyPlan;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes, changes and removes weekly plans, and publishes what comes of it in the same transaction.
@Component
class PlanWrites {

  private final PlanFrame frame;
  private final PlanRows rows;
  private final Publisher publisher;
  private final Hospitals hospitals;
  private final Doctors doctors;
  private final FirstAnswers answers;
  private final RequestHash hashes;
  private final Audit audit;
  private final InstantSource clock;

  PlanWrites(
      PlanFrame frame,
      PlanRows rows,
      Publisher publisher,
      Hospitals hospitals,
      Doctors doctors,
      FirstAnswers answers,
      RequestHash hashes,
      Audit audit,
      InstantSource clock) {
    this.frame = frame;
    this.rows = rows;
    this.publisher = publisher;
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.answers = answers;
    this.hashes = hashes;
    this.audit = audit;
    this.clock = clock;
  }

  /// @throws RequestRefused with every violation
  StoredAnswer create(KeepWeeklyPlan request, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.ARRANGE_TIME);
    sight.require(sight.sees(request.hospitalId(), request.doctorId()));
    Optional<Hospital> hospital = hospitals.find(request.hospitalId());
    Optional<Doctor> doctor = doctors.find(request.doctorId());
    List<Violation> unknown =
        Stream.of(
                check(hospital.isPresent(), "hospitalId", Expected.EXISTING_ID),
                check(doctor.isPresent(), "doctorId", Expected.EXISTING_ID),
                check(request.id() == null, "id", Expected.AS_ADDRESSED),
                check(request.version() == null, "version", Expected.AS_ADDRESSED),
                check(isEmpty(request), "changedDates", Expected.AS_ADDRESSED))
            .flatMap(violations -> violations)
            .toList();
    if (!unknown.isEmpty()) {
      throw new RequestRefused(Problems.refused(unknown));
    }
    return answers.once(
        key,
        Locks.of(request.doctorId()),
        hashes.of("POST /weekly-plans", request),
        () -> insert(request.plan(new WeeklyPlanId(UUID.randomUUID()), List.of(), 1), caller),
        first ->
            audit.write(
                Who.of(caller),
                Deed.repeated(
                    AuditAction.WEEKLY_PLAN_CREATED,
                    made(first),
                    request.hospitalId(),
                    List.of())));
  }

  private StoredAnswer insert(WeeklyPlan plan, Caller caller) {
    Hospital hospital = frame.hospital(plan);
    PlanFrame.refuse(PlanRules.check(plan, hospital, frame.doctor(plan)), hospital);
    rows.insert(plan);
    audit.write(
        Who.of(caller),
        Deed.done(
            AuditAction.WEEKLY_PLAN_CREATED, plan.id().value(), plan.hospitalId(), List.of()));
    return frame.answer(
        201,
        plan,
        publisher.publish(plan, caller.account().name()),
        hospital,
        PlanFrame.PLACE + plan.id());
  }

  private static UUID made(StoredAnswer first) {
    return UUID.fromString(
        Objects.requireNonNull(first.location()).substring(PlanFrame.PLACE.length()));
  }

  /// @param from this date and those that follow; null: all that have not begun
  StoredAnswer change(
      WeeklyPlanId id,
      KeepWeeklyPlan request,
      @Nullable LocalDate from,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return frame.write(
        id,
        seen,
        caller,
        key,
        hashes.of("PUT /weekly-plans/" + id + " " + seen.version() + " " + from, request),
        AuditAction.WEEKLY_PLAN_CHANGED,
        plan -> {
          Hospital hospital = frame.hospital(plan);
          PlanFrame.refuse(addressed(request, plan), hospital);
          return from == null || !from.isAfter(plan.validFrom())
              ? update(request, plan, hospital, caller)
              : split(request, plan, from, hospital, caller);
        });
  }

  private static List<Violation> addressed(KeepWeeklyPlan request, WeeklyPlan plan) {
    return Stream.of(
            asAddressed(request.id(), plan.id(), "id"),
            asAddressed(request.hospitalId(), plan.hospitalId(), "hospitalId"),
            asAddressed(request.doctorId(), plan.doctorId(), "doctorId"),
            asAddressed(request.version(), plan.version(), "version"),
            asAddressed(request.changedDates(), plan.changedDates(), "changedDates"))
        .flatMap(violations -> violations)
        .toList();
  }

  private static Stream<Violation> asAddressed(@Nullable Object sent, Object is, String field) {
    return check(sent == null || sent.equals(is), field, Expected.AS_ADDRESSED);
  }

  private static Stream<Violation> check(boolean isSo, String field, Expected expected) {
    return isSo ? Stream.empty() : Stream.of(new InvalidValue(field, expected));
  }

  private static boolean isEmpty(KeepWeeklyPlan request) {
    return request.changedDates() == null || request.changedDates().isEmpty();
  }

  private StoredAnswer update(
      KeepWeeklyPlan request, WeeklyPlan before, Hospital hospital, Caller caller) {
    WeeklyPlan after = request.plan(before.id(), before.changedDates(), before.version() + 1);
    PlanFrame.refuse(PlanRules.check(after, hospital, frame.doctor(after)), hospital);
    rows.update(after);
    return frame.answer(
        200, after, publisher.publish(after, caller.account().name()), hospital, null);
  }

  /// The plan ends the day before, and another one goes on: so the past keeps the plan that it was
  /// made by.
  private StoredAnswer split(
      KeepWeeklyPlan request, WeeklyPlan before, LocalDate from, Hospital hospital, Caller caller) {
    PlanFrame.refuse(PlanRules.following(from, before, hospital, clock.instant()), hospital);
    var wish =
        new KeepWeeklyPlan(
            null,
            before.hospitalId(),
            before.doctorId(),
            request.day(),
            request.start(),
            request.end(),
            from,
            request.validUntil(),
            null,
            null);
    WeeklyPlan made = wish.plan(new WeeklyPlanId(UUID.randomUUID()), List.of(), 1);
    PlanFrame.refuse(PlanRules.check(made, hospital, frame.doctor(made)), hospital);
    rows.update(ended(before, from.minusDays(1)));
    rows.insert(made);
    rows.handOver(before.id(), made.id(), from);
    publisher.handOver(before, made, from, caller.account().name());
    WeeklyPlan after = rows.find(made.id()).orElseThrow();
    audit.write(
        Who.of(caller),
        Deed.done(
            AuditAction.WEEKLY_PLAN_CREATED, made.id().value(), made.hospitalId(), List.of()));
    return frame.answer(
        200,
        after,
        publisher.publish(after, caller.account().name()),
        hospital,
        PlanFrame.PLACE + after.id());
  }

  private static WeeklyPlan ended(WeeklyPlan plan, LocalDate until) {
    return new WeeklyPlan(
        plan.id(),
        plan.hospitalId(),
        plan.doctorId(),
        plan.day(),
        plan.start(),
        plan.end(),
        plan.validFrom(),
        until,
        plan.changedDates(),
        plan.version() + 1);
  }

  StoredAnswer remove(WeeklyPlanId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return frame.write(
        id,
        seen,
        caller,
        key,
        hashes.of("DELETE /weekly-plans/" + id + " " + seen.version(), ""),
        AuditAction.WEEKLY_PLAN_REMOVED,
        plan -> {
          var outcome = publisher.withdraw(plan, caller.account().name());
          rows.delete(id);
          return frame.gone(outcome, plan, frame.hospital(plan));
        });
  }
}
