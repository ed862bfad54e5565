package io.daysheet.desktop.plans;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.PlanRules;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules say of a plan as it is typed. The desk knows the doctor's plans and time off;
/// availabilities that somebody made by hand only the server knows.
final class PlanCheck {

  private final Map<HospitalId, Hospital> hospitals;
  private final List<WeeklyPlan> plans;
  private final List<TimeOff> away;
  private final InstantSource clock;

  /// @param plans all of the doctor's
  PlanCheck(
      Map<HospitalId, Hospital> hospitals,
      List<WeeklyPlan> plans,
      List<TimeOff> away,
      InstantSource clock) {
    this.hospitals = Map.copyOf(hospitals);
    this.plans = List.copyOf(plans);
    this.away = List.copyOf(away);
    this.clock = clock;
  }

  /// Everything that the rules have against it; nothing of one that can't be read.
  List<Violation> violations(PlanDraft draft) {
    if (!draft.isReadable()) {
      return List.of();
    }
    Hospital hospital = draft.at().hospital();
    @Nullable WeeklyPlan before = draft.at().before();
    if (draft.scope() != PlanScope.THIS_DATE || before == null) {
      return PlanRules.check(draft.wish(), hospital, draft.at().doctor());
    }
    LocalDate date = draft.at().date();
    return PlanRules.check(
        draft.date(),
        before,
        hospital,
        draft.at().doctor(),
        others(before, date, date).toList(),
        away,
        clock.instant());
  }

  /// What the doctor's other plans mean, as if all of it stood in the schedule.
  private Stream<Availability> others(@Nullable WeeklyPlan but, LocalDate from, LocalDate until) {
    return plans.stream()
        .filter(plan -> but == null || !plan.id().equals(but.id()))
        .flatMap(plan -> meant(plan, from, until));
  }

  private Stream<Availability> meant(WeeklyPlan plan, LocalDate from, LocalDate until) {
    Hospital hospital = hospitals.get(plan.hospitalId());
    return hospital == null
        ? Stream.empty()
        : plan.between(from.minusDays(1), until.plusDays(1), hospital.timeZone())
            .map(planned ->
                new Availability(
                    new AvailabilityId(plan.id().value()),
                    plan.hospitalId(),
                    plan.doctorId(),
                    planned.during().start(),
                    planned.during().end(),
                    plan.id(),
                    plan.version()));
  }
}
