package io.daysheet.schedule;

import io.daysheet.hospital.DoctorId;
import java.time.Instant;
import java.util.UUID;

/// A doctor's absence `[start, end)`: it blocks slots and deletes nothing.
public record TimeOff(
    UUID id, DoctorId doctorId, Instant start, Instant end, Reason reason, int version) {

  /// Why the doctor is away.
  public enum Reason {
    VACATION,
    CME,
    SICK
  }
}
