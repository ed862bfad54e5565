package io.daysheet.rule;

import static io.daysheet.rule.FrameRules.closed;
import static io.daysheet.rule.FrameRules.offGrid;
import static io.daysheet.rule.FrameRules.outsideHours;
import static io.daysheet.rule.FrameRules.skipped;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.patient.Insurance;
import io.daysheet.rule.Violation.DoctorBusy;
import io.daysheet.rule.Violation.HeldByAnother;
import io.daysheet.rule.Violation.InThePast;
import io.daysheet.rule.Violation.Inactive;
import io.daysheet.rule.Violation.InsuranceNotAccepted;
import io.daysheet.rule.Violation.NotAcceptingNewPatients;
import io.daysheet.rule.Violation.NotSelfService;
import io.daysheet.rule.Violation.OnTimeOff;
import io.daysheet.rule.Violation.OutsideAvailability;
import io.daysheet.rule.Violation.PatientBusy;
import io.daysheet.rule.Violation.Subject;
import io.daysheet.rule.Violation.TooFarAhead;
import io.daysheet.rule.Violation.TooSoon;
import io.daysheet.rule.Violation.WrongDuration;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a booking has to keep to. Each method is one rule.
///
/// The rules come in two lists: those about the request itself need only the hospital's frame and
/// can be asked before the database is; those about the schedule need to know what is in it.
public final class BookingRules {

  /// The type that a doctor may refuse who takes no new patients.
  public static final String NEW_PATIENT = "NEW_PATIENT";

  private BookingRules() {}

  /// Every rule, in reading order; all violations are told, not the first.
  public static List<Violation> check(ProposedBooking wish, Surroundings around, Instant now) {
    return Stream.concat(checkRequest(wish, now).stream(), checkSchedule(wish, around).stream())
        .toList();
  }

  /// The rules about the request itself.
  public static List<Violation> checkRequest(ProposedBooking wish, Instant now) {
    return Stream.of(
            inactive(wish),
            newPatient(wish),
            insurance(wish),
            skipped("start", wish.at(), wish.hospital()),
            offGrid("start", wish.at(), wish.hospital()),
            wrongDuration(wish),
            closed(wish.start(), wish.during().end(), wish.hospital()),
            outsideHours(wish.start(), wish.during().end(), wish.hospital()),
            inThePast(wish, now),
            tooSoon(wish, now),
            tooFarAhead(wish, now))
        .flatMap(violations -> violations)
        .toList();
  }

  /// The same for a visit that is there already and is to be moved: a doctor who has the patient
  /// does not take them anew.
  public static List<Violation> checkMove(ProposedBooking wish, Appointment visit, Instant now) {
    return checkRequest(wish, now).stream()
        .filter(violation ->
            !(visit.doctorId().equals(wish.doctor().id())
                && (violation instanceof NotAcceptingNewPatients
                    || violation instanceof InsuranceNotAccepted)))
        .toList();
  }

  /// Of those who book for themselves.
  public static Stream<Violation> selfService(AppointmentType type) {
    return type.selfService() ? Stream.empty() : Stream.of(new NotSelfService(type.code()));
  }

  /// The rules about what is in the schedule.
  public static List<Violation> checkSchedule(ProposedBooking wish, Surroundings around) {
    return Stream.of(
            outsideAvailability(wish, around.availabilities()),
            onTimeOff(wish, around.timeOff()),
            doctorBusy(wish, around.appointments()),
            heldByAnother(wish, around.holds()),
            patientBusy(wish, around.appointments()),
            RoomRules.room(wish, around))
        .flatMap(violations -> violations)
        .toList();
  }

  /// The rules about what is in the schedule of a slot that is only held: for whom and in which
  /// room is not known yet.
  public static List<Violation> checkHold(ProposedBooking wish, Surroundings around) {
    return Stream.of(
            outsideAvailability(wish, around.availabilities()),
            onTimeOff(wish, around.timeOff()),
            doctorBusy(wish, around.appointments()),
            heldByAnother(wish, around.holds()))
        .flatMap(violations -> violations)
        .toList();
  }

  static Stream<Violation> inactive(ProposedBooking wish) {
    var patient = wish.patient();
    return Stream.concat(
        FrameRules.inactive(wish.hospital(), wish.doctor()),
        patient == null || patient.active()
            ? Stream.empty()
            : Stream.of(new Inactive(Subject.PATIENT, patient.id().value())));
  }

  /// Who comes for the first time is booked with the type that says so.
  static Stream<Violation> newPatient(ProposedBooking wish) {
    return wish.type().code().equals(NEW_PATIENT) && !wish.doctor().acceptsNewPatients()
        ? Stream.of(new NotAcceptingNewPatients(wish.doctor().id()))
        : Stream.empty();
  }

  /// Who has no insurance pays themselves; a doctor who names no plans takes all of them.
  static Stream<Violation> insurance(ProposedBooking wish) {
    List<String> accepted = wish.doctor().insurancePlans();
    Insurance insurance = wish.patient() == null ? null : wish.patient().insurance();
    return insurance == null || accepted.isEmpty() || accepted.contains(insurance.plan())
        ? Stream.empty()
        : Stream.of(new InsuranceNotAccepted(wish.doctor().id(), accepted));
  }

  static Stream<Violation> wrongDuration(ProposedBooking wish) {
    return wish.length().equals(wish.type().length())
        ? Stream.empty()
        : Stream.of(
            new WrongDuration(
                wish.type().code(), wish.length().toMinutes(), wish.type().minutes()));
  }

  /// A start equal to now is past.
  static Stream<Violation> inThePast(ProposedBooking wish, Instant now) {
    return wish.start().isAfter(now) ? Stream.empty() : Stream.of(new InThePast(wish.start(), now));
  }

  /// The notice is elapsed time; exactly that long before is soon enough.
  static Stream<Violation> tooSoon(ProposedBooking wish, Instant now) {
    Duration notice = wish.hospital().policy().minimumNotice();
    Instant earliest = now.plus(notice);
    return notice.isZero() || !wish.start().isBefore(earliest)
        ? Stream.empty()
        : Stream.of(new TooSoon(wish.start(), earliest));
  }

  static Stream<Violation> tooFarAhead(ProposedBooking wish, Instant now) {
    return FrameRules.beyondHorizon(wish.start(), wish.hospital(), now)
        .map(latest -> new TooFarAhead(wish.start(), latest));
  }

  /// Wholly inside **one** availability of that doctor at that hospital; the buffer may stand out.
  static Stream<Violation> outsideAvailability(
      ProposedBooking wish, Collection<Availability> availabilities) {
    List<TimeRange> here =
        availabilities.stream()
            .filter(a -> a.doctorId().equals(wish.doctor().id()))
            .filter(a -> a.hospitalId().equals(wish.hospital().id()))
            .map(Availability::during)
            .sorted(Comparator.comparing(TimeRange::start))
            .toList();
    return here.stream().anyMatch(range -> range.contains(wish.during()))
        ? Stream.empty()
        : Stream.of(
            new OutsideAvailability(
                wish.doctor().id(), wish.hospital().id(), wish.start(), wish.during().end(), here));
  }

  /// The doctor is away during some of it; the buffer may reach into an absence.
  static Stream<Violation> onTimeOff(ProposedBooking wish, Collection<TimeOff> timeOff) {
    return timeOff.stream()
        .filter(off -> off.doctorId().equals(wish.doctor().id()))
        .filter(off -> off.during().overlaps(wish.during()))
        .map(off -> new OnTimeOff(off.doctorId(), off.id(), off.start(), off.end(), off.reason()));
  }

  /// What another desk keeps; the buffer of what is being typed there is not known yet.
  static Stream<Violation> heldByAnother(ProposedBooking wish, Collection<Hold> holds) {
    return holds.stream()
        .filter(hold -> hold.doctorId().equals(wish.doctor().id()))
        .filter(hold -> hold.during().overlaps(wish.occupied()))
        .map(hold -> new HeldByAnother(hold.doctorId(), Blocker.of(hold), hold.until()));
  }

  /// The doctor's other visits, buffers included on both sides.
  static Stream<Violation> doctorBusy(ProposedBooking wish, Collection<Appointment> appointments) {
    return appointments.stream()
        .filter(a -> a.occupiesTime() && a.doctorId().equals(wish.doctor().id()))
        .filter(a -> occupied(a, wish).overlaps(wish.occupied()))
        .map(a -> new DoctorBusy(a.doctorId(), Blocker.of(a)));
  }

  /// The patient's other visits; nobody needs a buffer between two doctors.
  static Stream<Violation> patientBusy(ProposedBooking wish, Collection<Appointment> appointments) {
    return appointments.stream()
        .filter(a -> a.occupiesTime() && a.patientId().equals(wish.patientId()))
        .filter(a -> a.during().overlaps(wish.during()))
        .map(a -> new PatientBusy(a.patientId(), Blocker.of(a)));
  }

  private static TimeRange occupied(Appointment appointment, ProposedBooking wish) {
    Duration buffer =
        appointment.hospitalId().equals(wish.hospital().id())
            ? wish.hospital()
                .policy()
                .type(appointment.type())
                .map(AppointmentType::buffer)
                .orElse(Duration.ZERO)
            : Duration.ZERO;
    return appointment.during().extendedBy(buffer);
  }
}
