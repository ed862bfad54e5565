package io.daysheet.server.plan;

import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.rule.PlanRules;
import io.daysheet.rule.PublishedTime;
import io.daysheet.rule.Publishing;
import io.daysheet.rule.Publishing.Outcome;
import io.daysheet.rule.Publishing.Situation;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.InZone;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.PlanPreview;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What publishing a plan would come to: the same that a write of it says, and nothing is written.
/// Without the doctor's lock, so somebody else may be faster.
@Component
class PlanPreviews {

  private static final WeeklyPlanId NOT_THERE_YET = new WeeklyPlanId(new UUID(0, 0));

  private final PlanFrame frame;
  private final PlanRows rows;
  private final Publisher publisher;
  private final Hospitals hospitals;
  private final Doctors doctors;
  private final InstantSource clock;

  PlanPreviews(
      PlanFrame frame,
      PlanRows rows,
      Publisher publisher,
      Hospitals hospitals,
      Doctors doctors,
      InstantSource clock) {
    this.frame = frame;
    this.rows = rows;
    this.publisher = publisher;
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.clock = clock;
  }

  /// Of a plan that is to be made, or with an id to be changed, dates of its own included.
  ///
  /// @param from only this date and those that follow; null: all that have not begun
  InZone<PlanPreview> of(KeepWeeklyPlan request, @Nullable LocalDate from, Caller caller) {
    Sight sight = caller.sight(Right.ARRANGE_TIME);
    sight.require(sight.sees(request.hospitalId(), request.doctorId()));
    WeeklyPlanId id = request.id();
    if (id == null) {
      return ofNew(request);
    }
    WeeklyPlan before = rows.find(id).orElseThrow(sight::missing);
    sight.require(sight.sees(before.hospitalId(), before.doctorId()));
    Hospital hospital = frame.hospital(before);
    PlanFrame.refuse(addressed(request, before), hospital);
    return new InZone<>(
        hospital.timeZone(),
        PlanPreview.of(
            from == null || !from.isAfter(before.validFrom())
                ? ofChange(request, before, hospital)
                : ofFollowing(request, before, from, hospital)));
  }

  private static List<Violation> addressed(KeepWeeklyPlan request, WeeklyPlan plan) {
    return Stream.of(
            asAddressed(request.hospitalId().equals(plan.hospitalId()), "hospitalId"),
            asAddressed(request.doctorId().equals(plan.doctorId()), "doctorId"))
        .flatMap(violations -> violations)
        .toList();
  }

  private static Stream<Violation> asAddressed(boolean isSo, String field) {
    return isSo ? Stream.empty() : Stream.of(new InvalidValue(field, Expected.AS_ADDRESSED));
  }

  private InZone<PlanPreview> ofNew(KeepWeeklyPlan request) {
    if (hospitals.find(request.hospitalId()).isEmpty()) {
      throw RequestRefused.unknown("hospitalId");
    }
    if (doctors.find(request.doctorId()).isEmpty()) {
      throw RequestRefused.unknown("doctorId");
    }
    WeeklyPlan wish = request.plan(NOT_THERE_YET, dates(request, List.of()), 1);
    Hospital hospital = frame.hospital(wish);
    refuse(wish, hospital);
    return new InZone<>(
        hospital.timeZone(), PlanPreview.of(Publishing.of(wish, publisher.situation(wish))));
  }

  private Outcome ofChange(KeepWeeklyPlan request, WeeklyPlan before, Hospital hospital) {
    WeeklyPlan after =
        request.plan(before.id(), dates(request, before.changedDates()), before.version());
    refuse(after, hospital);
    Situation now = publisher.situation(before);
    return Publishing.of(
        after,
        with(now, now.published().stream().map(each -> forgotten(each, before, after)), List.of()));
  }

  /// Which takes over what is published from then on; what was before is in its way.
  private Outcome ofFollowing(
      KeepWeeklyPlan request, WeeklyPlan before, LocalDate from, Hospital hospital) {
    PlanFrame.refuse(PlanRules.following(from, before, hospital, clock.instant()), hospital);
    List<ChangedDate> later =
        before.changedDates().stream().filter(each -> !each.date().isBefore(from)).toList();
    WeeklyPlan made =
        new WeeklyPlan(
            NOT_THERE_YET,
            before.hospitalId(),
            before.doctorId(),
            request.day(),
            request.start(),
            request.end(),
            from,
            request.validUntil(),
            later,
            1);
    refuse(made, hospital);
    Situation now = publisher.situation(before);
    return Publishing.of(
        made,
        with(
            now,
            now.published().stream().filter(each -> !each.date().isBefore(from)),
            now.published().stream()
                .filter(each -> each.date().isBefore(from))
                .map(PublishedTime::availability)
                .toList()));
  }

  /// Of a plan that is to be removed.
  InZone<PlanPreview> ofRemoval(WeeklyPlanId id, Caller caller) {
    Sight sight = caller.sight(Right.ARRANGE_TIME);
    WeeklyPlan plan = rows.find(id).orElseThrow(sight::missing);
    sight.require(sight.sees(plan.hospitalId(), plan.doctorId()));
    Situation now = publisher.situation(plan);
    return new InZone<>(
        now.hospital().timeZone(), PlanPreview.of(Publishing.withdrawal(plan, now)));
  }

  private void refuse(WeeklyPlan wish, Hospital hospital) {
    PlanFrame.refuse(PlanRules.check(wish, hospital, frame.doctor(wish)), hospital);
  }

  private static List<ChangedDate> dates(KeepWeeklyPlan request, List<ChangedDate> before) {
    return Optional.ofNullable(request.changedDates()).orElse(before);
  }

  /// A date that becomes otherwise, or as the others are, is the plan's again.
  private static PublishedTime forgotten(
      PublishedTime published, WeeklyPlan before, WeeklyPlan after) {
    return before.changeOf(published.date()).equals(after.changeOf(published.date()))
        ? published
        : new PublishedTime(published.availability(), published.date(), false, published.visits());
  }

  private static Situation with(
      Situation now, Stream<PublishedTime> published, List<Availability> inTheWay) {
    return new Situation(
        now.hospital(),
        now.doctor(),
        published.toList(),
        Stream.concat(now.others().stream(), inTheWay.stream()).toList(),
        now.away(),
        now.last(),
        now.now());
  }
}
