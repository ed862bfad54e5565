package io.daysheet.desktop.plans;

import static io.daysheet.desktop.plans.QuietWeeks.MONDAY;
import static io.daysheet.desktop.plans.QuietWeeks.NOW;
import static io.daysheet.desktop.plans.QuietWeeks.plan;

import io.daysheet.desktop.plans.DoctorWeek.Block;
import io.daysheet.desktop.plans.WeeksViewModel.Ways;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/// A doctor whose Fridays are planned, and the page about the weeks.
class WeeksAtHand {

  static final WeeklyPlan FRIDAYS = plan(1, DayOfWeek.FRIDAY, "09:00", "12:00");
  static final LocalDate FRIDAY = MONDAY.plusDays(4);

  final QuietWeeks server = new QuietWeeks();
  final List<HospitalId> shown = new ArrayList<>();
  final WeeksViewModel weeks = weeks(true);

  WeeksViewModel weeks(boolean arrange) {
    return new WeeksViewModel(
        server, QuietWeeks.AT_ONCE, () -> NOW, new Ways(arrange, _ -> true, _ -> true, shown::add));
  }

  @BeforeEach
  void start() {
    server.plans = List.of(FRIDAYS);
    weeks.start();
  }

  DoctorWeek week() {
    return Objects.requireNonNull(weeks.contents().week());
  }

  PlanFormViewModel openPlan() {
    return ((Open.OfPlan) Objects.requireNonNull(weeks.openProperty().get())).form();
  }

  TimeOffFormViewModel openTimeOff() {
    return ((Open.OfTimeOff) Objects.requireNonNull(weeks.openProperty().get())).form();
  }

  Block friday() {
    return week().blocks(FRIDAY).getFirst();
  }

  static WeeklyPlan changed(WeeklyPlan plan, int version, ChangedDate... dates) {
    return new WeeklyPlan(
        plan.id(),
        plan.hospitalId(),
        plan.doctorId(),
        plan.day(),
        plan.start(),
        plan.end(),
        plan.validFrom(),
        plan.validUntil(),
        List.of(dates),
        version);
  }
}
