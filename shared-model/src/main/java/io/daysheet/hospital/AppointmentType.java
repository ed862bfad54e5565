package io.daysheet.hospital;

import java.time.Duration;

/// A kind of visit: its length, and the buffer that keeps the doctor busy after it.
///
/// @param code e.g. `FOLLOW_UP`
/// @param minutes elapsed minutes of the visit, at least 5
/// @param bufferMinutes elapsed minutes after it, 0 or more
/// @param selfService whether patients may book it themselves
public record AppointmentType(
    String code, int minutes, int bufferMinutes, boolean needsRoom, boolean selfService) {

  public AppointmentType {
    if (minutes < 5 || bufferMinutes < 0) {
      throw new IllegalArgumentException("a visit has at least 5 minutes, a buffer at least 0");
    }
  }

  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  public Duration buffer() {
    return Duration.ofMinutes(bufferMinutes);
  }
}
