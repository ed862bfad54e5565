package io.daysheet.server.booking;

import io.daysheet.rule.Blocker;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import org.jspecify.annotations.Nullable;

/// A visit that is in the schedule already.
///
/// @param occupied with the buffer that it was booked with, whatever the policy says by now
/// @param by the desk that booked it, when it said its name
record Taken(Appointment visit, TimeRange occupied, @Nullable String by) {

  Blocker blocker() {
    return new Blocker(
        visit.id().value(), visit.hospitalId(), visit.doctorId(), visit.start(), visit.end(), by);
  }
}
