package io.daysheet.hospital;

import java.time.Duration;

/// A kind of visit: its length, and the buffer that keeps the doctor busy after it.
///
/// @param code e.g. `FOLLOW_UP`
/// @param minutes elapsed minutes of the visit, 5 to 1440
/// @param bufferMinutes elapsed minutes after it, 0 to 1440
/// @param selfService whether patients may book it themselves
public record AppointmentType(
    String code, int minutes, int bufferMinutes, boolean needsRoom, boolean selfService) {

  public AppointmentType {
    if (minutes < 5 || minutes > 1440) {
      throw new IllegalArgumentException("a visit has 5 to 1440 minutes: " + minutes);
    }
    if (bufferMinutes < 0 || bufferMinutes > 1440) {
      throw new IllegalArgumentException("a buffer has 0 to 1440 minutes: " + bufferMinutes);
    }
  }

  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  public Duration buffer() {
    return Duration.ofMinutes(bufferMinutes);
  }
}
