package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// `POST /time-off`, and `PUT /time-off/{id}` with all of it as it shall be.
///
/// @param id and version may be sent back as they were read; then they are those of the address and
///   of `If-Match`
public record KeepTimeOff(
    @Nullable TimeOffId id,
    DoctorId doctorId,
    OffsetDateTime start,
    OffsetDateTime end,
    TimeOff.Reason reason,
    @Nullable Integer version) {

  public KeepTimeOff {
    MissingFields.refuse("doctorId", doctorId, "start", start, "end", end, "reason", reason);
  }

  /// No finer than it can be stored.
  public Instant from() {
    return start.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /// No finer than it can be stored.
  public Instant until() {
    return end.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /// As it shall be.
  public TimeOff timeOff(TimeOffId as, int newVersion) {
    return new TimeOff(as, doctorId, from(), until(), reason, newVersion);
  }
}
