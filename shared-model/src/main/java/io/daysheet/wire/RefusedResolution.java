package io.daysheet.wire;

import io.daysheet.rule.Violation;
import io.daysheet.schedule.AppointmentId;
import java.util.List;

/// What stands against one of the resolutions of a request: none of them was carried out.
///
/// @param violations they are among all those of the problem, too
public record RefusedResolution(AppointmentId appointmentId, List<Violation> violations) {

  public RefusedResolution {
    violations = List.copyOf(violations);
  }
}
