package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Patient;
import io.daysheet.rule.BookingRules;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.rule.Surroundings;
import io.daysheet.rule.TransitionRules;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.RescheduleAppointment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A visit that is to be moved, checked by the rules that the server will check it with. What the
/// desk does not know of the patient, such as the insurance, only the server can check.
public final class VisitMove {

  private final Appointment visit;
  private final Hospital hospital;
  private final AppointmentType type;
  private final Surroundings around;

  /// The visit on the board as it is now.
  public VisitMove(Board board, Appointment visit) {
    this.visit = visit;
    this.hospital = board.hospital().orElseThrow();
    this.around = board.around(visit.id());
    int minutes = (int) Duration.between(visit.start(), visit.end()).toMinutes();
    this.type =
        hospital
            .policy()
            .type(visit.type())
            .orElseGet(() -> new AppointmentType(visit.type(), minutes, 0, false, false));
  }

  /// Everything that is in the way of that start with that doctor.
  public List<Violation> check(Doctor doctor, Instant start, Instant now) {
    var wish = ProposedBooking.of(hospital, doctor, patient(), StatedTime.of(start), type);
    return Stream.of(
            TransitionRules.movable(visit, now),
            BookingRules.checkMove(wish, visit, now).stream(),
            BookingRules.checkSchedule(wish, around).stream())
        .flatMap(violations -> violations)
        .toList();
  }

  /// Whether it would stay where it is.
  public boolean isOwnPlace(Doctor doctor, Instant start) {
    return visit.doctorId().equals(doctor.id()) && visit.start().equals(start);
  }

  public TimeRange during(Instant start) {
    return TimeRange.of(start, type.length());
  }

  /// Whether it begins so soon that the server wants to know why it is moved.
  public boolean needsReason(Instant now) {
    return TransitionRules.notice(visit, hospital, now).findAny().isPresent();
  }

  /// What the server is asked.
  ///
  /// @param reason null: none is needed
  public RescheduleAppointment command(Doctor doctor, Instant start, @Nullable String reason) {
    return new RescheduleAppointment(
        start.atZone(hospital.timeZone()).toOffsetDateTime(), doctor.id(), reason, null, null);
  }

  /// As the board shows it until the answer is there.
  public Appointment expected(Doctor doctor, Instant start) {
    return visit.movedTo(doctor.id(), during(start), visit.roomId());
  }

  private Patient patient() {
    return new Patient(
        visit.patientId(),
        "",
        visit.patient().givenName(),
        visit.patient().familyName(),
        visit.patient().birthDate(),
        null,
        null,
        null,
        null,
        ContactPreferences.NONE,
        true,
        null,
        0);
  }
}
