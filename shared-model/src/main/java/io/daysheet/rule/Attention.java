package io.daysheet.rule;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation.Inactive;
import io.daysheet.rule.Violation.OnTimeOff;
import io.daysheet.rule.Violation.PatientBusy;
import io.daysheet.rule.Violation.WrongDuration;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Why staff should look at a visit that is booked already: what it was booked under has changed
/// since. The visit stays as it is; somebody moves it, cancels it, or lets it be. Each method is
/// one reason, with the code of the rule that would refuse such a booking today.
public final class Attention {

  /// A visit in the schedule, and what has become of those whom it needs.
  ///
  /// @param doctorIsAway the doctor has time off during some of it
  /// @param patientIsBusy another visit of the patient overlaps it, since two records were merged
  public record Booked(
      TimeRange during,
      String type,
      AppointmentStatus status,
      boolean patientIsInService,
      boolean doctorIsAway,
      boolean patientIsBusy) {

    boolean liesAhead(Instant now) {
      return status.occupiesTime() && during.start().isAfter(now);
    }
  }

  private Attention() {}

  /// The codes, in reading order; none for a visit that has begun or takes no time.
  public static List<String> codes(Booked visit, Hospital hospital, Doctor doctor, Instant now) {
    if (!visit.liesAhead(now)) {
      return List.of();
    }
    Instant start = visit.during().start();
    Instant end = visit.during().end();
    return Stream.of(
            outOfService(visit, hospital, doctor),
            FrameRules.offGrid("start", StatedTime.of(start), hospital).map(Violation::code),
            otherLength(visit, hospital),
            FrameRules.closed(start, end, hospital).map(Violation::code),
            FrameRules.outsideHours(start, end, hospital).map(Violation::code),
            when(visit.doctorIsAway(), OnTimeOff.class),
            when(visit.patientIsBusy(), PatientBusy.class))
        .flatMap(codes -> codes)
        .distinct()
        .toList();
  }

  static Stream<String> outOfService(Booked visit, Hospital hospital, Doctor doctor) {
    return Stream.concat(
        FrameRules.inactive(hospital, doctor).map(Violation::code),
        when(!visit.patientIsInService(), Inactive.class));
  }

  /// A type that the hospital does not have any more has no length to be compared with.
  static Stream<String> otherLength(Booked visit, Hospital hospital) {
    return when(
        hospital
            .policy()
            .type(visit.type())
            .map(AppointmentType::length)
            .filter(length -> !length.equals(visit.during().length()))
            .isPresent(),
        WrongDuration.class);
  }

  private static Stream<String> when(boolean isSo, Class<? extends Violation> rule) {
    return isSo
        ? Stream.of(Objects.requireNonNull(rule.getAnnotation(JsonTypeName.class)).value())
        : Stream.empty();
  }
}
