package io.daysheet.desktop.plans;

import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.KeepTimeOff;
import io.daysheet.wire.KeepWeeklyPlan;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Things as they were, or nearly, to be sent to the server again.
final class Again {

  static final ChangePlanDate SKIP = new ChangePlanDate(null, null, true);

  private Again() {}

  static ChangePlanDate date(ChangedDate was) {
    return was.isSkipped() ? SKIP : new ChangePlanDate(was.start(), was.end(), null);
  }

  static KeepTimeOff timeOff(TimeOff was) {
    return new KeepTimeOff(
        null,
        was.doctorId(),
        was.start().atOffset(ZoneOffset.UTC),
        was.end().atOffset(ZoneOffset.UTC),
        was.reason(),
        null);
  }

  /// A plan as it was, without the dates of its own: they are sent one by one.
  static KeepWeeklyPlan plan(WeeklyPlan was) {
    return until(was, null, was.validUntil());
  }

  /// A plan that counts up to another date.
  static KeepWeeklyPlan until(WeeklyPlan was, @Nullable LocalDate last) {
    return until(was, null, last);
  }

  /// The same, as the server is asked what it would come to.
  static KeepWeeklyPlan asking(WeeklyPlan was, @Nullable LocalDate last) {
    return until(was, was.id(), last);
  }

  /// A plan that follows another has its times again; it begins when it does.
  static KeepWeeklyPlan times(WeeklyPlan was, WeeklyPlan follows) {
    return new KeepWeeklyPlan(
        null,
        was.hospitalId(),
        was.doctorId(),
        was.day(),
        was.start(),
        was.end(),
        follows.validFrom(),
        was.validUntil(),
        null,
        null);
  }

  private static KeepWeeklyPlan until(
      WeeklyPlan was, @Nullable WeeklyPlanId id, @Nullable LocalDate last) {
    return new KeepWeeklyPlan(
        id,
        was.hospitalId(),
        was.doctorId(),
        was.day(),
        was.start(),
        was.end(),
        was.validFrom(),
        last,
        null,
        null);
  }
}
