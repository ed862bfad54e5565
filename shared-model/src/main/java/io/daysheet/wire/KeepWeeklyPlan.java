package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /weekly-plans`, and `PUT /weekly-plans/{id}` with all of it as it shall be.
///
/// @param id and version may be sent back as they were read; then they are those of the address and
///   of `If-Match`
/// @param validUntil null: until further notice
/// @param changedDates may be sent back as they were read; they are changed one by one
public record KeepWeeklyPlan(
    @Nullable WeeklyPlanId id,
    HospitalId hospitalId,
    DoctorId doctorId,
    DayOfWeek day,
    MinuteOfDay start,
    MinuteOfDay end,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable List<ChangedDate> changedDates,
    @Nullable Integer version) {

  public KeepWeeklyPlan {
    MissingFields.refuse(
        "hospitalId",
        hospitalId,
        "doctorId",
        doctorId,
        "day",
        day,
        "start",
        start,
        "end",
        end,
        "validFrom",
        validFrom);
    changedDates = changedDates == null ? null : List.copyOf(changedDates);
  }

  /// As it shall be.
  ///
  /// @param changed the dates that are otherwise
  public WeeklyPlan plan(WeeklyPlanId as, List<ChangedDate> changed, int newVersion) {
    return new WeeklyPlan(
        as, hospitalId, doctorId, day, start, end, validFrom, validUntil, changed, newVersion);
  }
}
