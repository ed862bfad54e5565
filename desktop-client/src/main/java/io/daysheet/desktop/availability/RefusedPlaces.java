package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.SuggestionsViewModel.Place;
import io.daysheet.hospital.DoctorId;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.DoctorBusy;
import io.daysheet.rule.Violation.HeldByAnother;
import io.daysheet.rule.Violation.InThePast;
import io.daysheet.rule.Violation.OnTimeOff;
import io.daysheet.rule.Violation.OutsideAvailability;
import io.daysheet.rule.Violation.PatientBusy;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where visits were to go, and the server said no: what was free a moment ago may be taken.
final class RefusedPlaces {

  private record Tried(AppointmentId visit, Place place) {}

  private final Set<Tried> tried = new HashSet<>();
  private final Map<AppointmentId, Violation> against = new HashMap<>();

  /// Remembers it, if that is what the violation is about.
  boolean refuse(Appointment visit, Place place, Violation violation) {
    if (!isAbout(violation, visit, place)) {
      return false;
    }
    tried.add(new Tried(visit.id(), place));
    against.put(visit.id(), violation);
    return true;
  }

  private static boolean isAbout(Violation violation, Appointment visit, Place place) {
    DoctorId doctor = place.doctor().id();
    return (violation instanceof PatientBusy busy
            && busy.patientId().equals(visit.patientId())
            && overlaps(place, busy.blocker()))
        || (violation instanceof DoctorBusy taken
            && taken.doctorId().equals(doctor)
            && overlaps(place, taken.blocker()))
        || (violation instanceof HeldByAnother held
            && held.doctorId().equals(doctor)
            && overlaps(place, held.blocker()))
        || (violation instanceof OnTimeOff off
            && off.doctorId().equals(doctor)
            && overlaps(place, off.start(), off.end()))
        || (violation instanceof OutsideAvailability outside
            && outside.doctorId().equals(doctor)
            && overlaps(place, outside.start(), outside.end()))
        || (violation instanceof InThePast past && past.start().equals(place.during().start()));
  }

  private static boolean overlaps(Place place, Blocker blocker) {
    return overlaps(place, blocker.start(), blocker.end());
  }

  private static boolean overlaps(Place place, Instant start, Instant end) {
    return place.during().overlaps(new TimeRange(start, end));
  }

  boolean contains(Appointment visit, Place place) {
    return tried.contains(new Tried(visit.id(), place));
  }

  /// Null if nothing was refused since it was decided last.
  @Nullable Violation against(Appointment visit) {
    return against.get(visit.id());
  }

  void forget(Appointment visit) {
    against.remove(visit.id());
  }
}
