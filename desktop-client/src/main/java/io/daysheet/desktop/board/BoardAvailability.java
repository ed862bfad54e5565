package io.daysheet.desktop.board;

import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;

/// An availability as the board shows it. While it is [WriteState#SAVING] its id is the desk's own
/// and its version 0.
public record BoardAvailability(Availability availability, WriteState state) {

  public AvailabilityId id() {
    return availability.id();
  }
}
