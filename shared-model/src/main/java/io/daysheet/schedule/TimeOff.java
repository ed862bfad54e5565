package io.daysheet.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.time.TimeRange;
import java.time.Instant;

/// A doctor's absence `[start, end)`, at whichever hospitals: it blocks slots and deletes nothing.
/// Two of one doctor may overlap.
public record TimeOff(
    TimeOffId id, DoctorId doctorId, Instant start, Instant end, Reason reason, int version) {

  public TimeRange during() {
    return new TimeRange(start, end);
  }

  /// Why the doctor is away.
  public enum Reason {
    VACATION,
    CME,
    SICK
  }
}
