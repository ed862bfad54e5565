package io.daysheet.server.booking;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A visit as it is when somebody wants to change it: theirs to change, and of the version that
/// they saw.
///
/// @param sight the visits that they may change
/// @param seen the visits that they may look at
record VisitLook(
    Appointment visit, Hospital hospital, Caller caller, Sight sight, Sight seen, Instant now) {

  /// Whether it is the patient who asks, not the staff.
  boolean isPatients() {
    return sight.onlyPatient() != null;
  }

  /// The type by the policy of now. One that is gone from it leaves the visit as long as it is.
  AppointmentType type() {
    Duration length = visit.during().length();
    return hospital
        .policy()
        .type(visit.type())
        .orElseGet(() ->
            new AppointmentType(
                visit.type(), Math.toIntExact(length.toMinutes()), 0, false, false));
  }

  /// Refuses it with all violations, if there are any.
  void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations), hospital.timeZone());
    }
  }
}
