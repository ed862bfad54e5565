package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.WeeklyPlanId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `PUT /availabilities/{id}`: its times as they shall be, and what becomes of the visits that
/// would stand outside.
///
/// @param id and the other fields of an availability may be sent back as they were read
/// @param resolutions null: no visit is in the way
public record ChangeAvailability(
    @Nullable AvailabilityId id,
    @Nullable HospitalId hospitalId,
    @Nullable DoctorId doctorId,
    OffsetDateTime start,
    OffsetDateTime end,
    @Nullable WeeklyPlanId planId,
    @Nullable Integer version,
    @Nullable List<Resolution> resolutions) {

  public ChangeAvailability {
    MissingFields.refuse("start", start, "end", end);
    resolutions = List.copyOf(Objects.requireNonNullElse(resolutions, List.of()));
  }
}
