package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daysheet.schedule.Alternative;
import io.daysheet.schedule.Appointment;
import java.util.List;

/// A visit of the rebooking list, with the next times to which it could go.
///
/// @param visit its fields stand beside the others
/// @param alternatives soonest first, three at most; the visit's own doctor first of several at
///   once
public record VisitToRebook(@JsonUnwrapped Appointment visit, List<Alternative> alternatives) {

  public VisitToRebook {
    alternatives = List.copyOf(alternatives);
  }
}
