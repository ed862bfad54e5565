package io.daysheet.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.time.TimeRange;
import java.time.Instant;

/// A slot that is kept for one desk while the details are typed.
///
/// @param until when it expires by itself: at that instant it keeps nothing any more
/// @param holder who keeps it, as other desks may read it
public record Hold(
    HoldId id,
    HospitalId hospitalId,
    DoctorId doctorId,
    Instant start,
    Instant end,
    Instant until,
    String holder) {

  public TimeRange during() {
    return new TimeRange(start, end);
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}
