package io.daysheet.server.audit;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation.MrnTaken;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.wire.EmergencyAccess;
import io.daysheet.wire.InZone;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Page;
import io.daysheet.wire.Problem;
import io.daysheet.wire.ProgramClient;
import io.daysheet.wire.User;
import io.daysheet.wire.VisitToRebook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whose data is in an answer, from the answer itself: what was filtered out of it is not named.
final class WhoseData {

  private final Set<PatientId> patients = new HashSet<>();
  private @Nullable HospitalId hospital;

  private WhoseData() {}

  /// Reads an answer.
  ///
  /// @throws IllegalStateException about one that is of a kind nobody has thought of: an endpoint
  ///   that answers it is not finished
  static WhoseData in(Object answer) {
    return of(null).and(answer);
  }

  static WhoseData of(@Nullable HospitalId hospital, PatientId... patients) {
    var known = new WhoseData();
    known.hospital = hospital;
    known.patients.addAll(List.of(patients));
    return known;
  }

  /// What an answer adds to it.
  WhoseData and(Object answer) {
    look(answer);
    return this;
  }

  Set<PatientId> patients() {
    return patients;
  }

  /// Null if it is about none, or about several.
  @Nullable HospitalId hospital() {
    return hospital;
  }

  private void look(@Nullable Object answer) {
    switch (answer) {
      case null -> {}
      case InZone<?> local -> look(local.body());
      case Page<?> page -> page.items().forEach(this::look);
      case Patient patient -> patients.add(patient.id());
      case Appointment visit -> {
        patients.add(visit.patientId());
        hospital = visit.hospitalId();
      }
      case VisitToRebook entry -> look(entry.visit());
      case DaySchedule day -> {
        day.appointments().forEach(visit -> patients.add(visit.patientId()));
        hospital = day.hospital().id();
      }
      case Availability availability -> hospital = availability.hospitalId();
      case User user -> {
        if (user.patientId() != null) {
          patients.add(user.patientId());
        }
      }
      case EmergencyAccess access -> patients.add(access.patientId());
      case LikelySame likely -> patients.add(likely.patient().id());
      case ProgramClient _, Doctor _, TimeOff _ -> {}
      case WeeklyPlan plan -> hospital = plan.hospitalId();
      case Hospital place -> hospital = place.id();
      case Room room -> hospital = room.hospitalId();
      case Problem problem -> {
        look(problem.current());
        // whose record it is that is in the way
        problem.violations().stream()
            .flatMap(v -> v instanceof MrnTaken taken ? Stream.of(taken.patientId()) : null)
            .forEach(patients::add);
      }
      default ->
          throw new IllegalStateException(
              "whose data is in " + answer.getClass().getSimpleName() + "?");
    }
  }
}
