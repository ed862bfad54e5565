package io.daysheet.desktop.plans;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.time.MinuteOfDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose plan is looked at, and the date of it that was opened.
///
/// @param before as the server has it; null for a new one
/// @param start and end: the time that is proposed for a new one
record PlanPlace(
    Hospital hospital,
    Doctor doctor,
    @Nullable WeeklyPlan before,
    LocalDate date,
    MinuteOfDay start,
    MinuteOfDay end) {

  PlanPlace with(WeeklyPlan now) {
    return new PlanPlace(hospital, doctor, now, date, start, end);
  }
}
