package io.daysheet.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A range `[start, end)` in which a doctor sees patients at a hospital.
///
/// @param planId the weekly plan that published it; null if staff made it directly
public record Availability(
    AvailabilityId id,
    HospitalId hospitalId,
    DoctorId doctorId,
    Instant start,
    Instant end,
    @Nullable WeeklyPlanId planId,
    int version) {

  public TimeRange during() {
    return new TimeRange(start, end);
  }
}
