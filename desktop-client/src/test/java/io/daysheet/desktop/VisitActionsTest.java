package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.WriteState;
import io.daysheet.desktop.day.BoardOnScreen;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.day.Notice;
import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.desktop.form.Jump;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitActionsTest {

  private static final DoctorId LINDQVIST = Clinic.LINDQVIST.id();
  private static final DoctorId HADDAD = Clinic.HADDAD.id();
  private static final Appointment VISIT = Clinic.visit(1, Clinic.LINDQVIST, 10, 1);
  private static final List<Availability> OPEN =
      List.of(
          Clinic.availability(1, Clinic.LINDQVIST, 9, 17),
          Clinic.availability(2, Clinic.HADDAD, 9, 12));
  private static final List<Appointment> VISITS =
      List.of(VISIT, Clinic.visit(2, Clinic.LINDQVIST, 14, 2));

  private final io.daysheet.desktop.board.QuietDesk desk =
      new io.daysheet.desktop.board.QuietDesk(OPEN, VISITS);
  private final DayViewModel day = new DayViewModel(desk.world);
  private final List<Jump> jumps = new ArrayList<>();
  private final VisitActions actions =
      new VisitActions(
          desk.board,
          desk.writes,
          desk.world,
          desk.world,
          day,
          new BoardNotices(desk.board, day, jumps::add),
          new Asked());
  private @Nullable String reason = "asked by phone";
  private Consumer<String> later = _ -> {};

  /// Answers at once, or leaves that to the test.
  private final class Asked implements VisitActions.Asking {

    @Override
    public void whyCancelled(SlotChoice.OnVisit visit) {}

    @Override
    public void arrange(SlotChoice place) {}

    @Override
    public void whyMoved(
        Appointment visit, Doctor doctor, TimeRange during, Consumer<String> move) {
      later = move;
      if (reason != null) {
        move.accept(reason);
      }
    }
  }

  @BeforeEach
  void show() {
    day.moving().whenCommanded(actions);
    day.hospitalProperty().set(Clinic.HOSPITAL);
    day.dateProperty().set(Clinic.DATE);
    day.show(Clinic.day(5, OPEN, VISITS));
    day.connectionProperty().set(desk.board.connection());
    desk.board.addListener(new BoardOnScreen(day, Runnable::run));
  }

  private static Appointment moved(Appointment visit, int hour) {
    return visit.movedTo(
        visit.doctorId(), new TimeRange(Clinic.at(hour), Clinic.at(hour + 1)), null);
  }

  private void answerMove(Outcome<Appointment> outcome) {
    desk.server.moves.getLast().answer().accept(outcome);
  }

  private Notice notice() {
    assertThat(day.notices()).hasSize(1);
    return day.notices().getFirst();
  }

  private List<Instant> shownStarts() {
    return desk.board.appointments().stream().map(a -> a.appointment().start()).toList();
  }

  @Test
  void aMoveIsOnTheBoardAtOnceAndCanBeTakenBack() {
    assertThat(actions.move(VISIT, LINDQVIST, Clinic.at(11))).isTrue();
    assertThat(desk.board.appointments())
        .contains(new BoardAppointment(moved(VISIT, 11), WriteState.SAVING));
    answerMove(new Outcome.Done<>(moved(VISIT, 11)));
    assertThat(notice().title()).isEqualTo("Kowalska, Zofia moved to 11:00");
    assertThat(notice().text()).isEqualTo("It was at 10:00 with Dr. Lindqvist.");

    actions.undo();

    assertThat(day.notices()).isEmpty();
    assertThat(desk.server.moves).hasSize(2);
    assertThat(desk.server.moves.getLast().command().start().toInstant()).isEqualTo(Clinic.at(10));
    assertThat(shownStarts()).contains(Clinic.at(10)).doesNotContain(Clinic.at(11));
  }

  @Test
  void whatBeginsSoonIsMovedForAReasonAndBackWithout() {
    reason = null;
    assertThat(actions.move(VISIT, LINDQVIST, Clinic.at(11))).isTrue();
    assertThat(desk.server.moves).isEmpty();
    later.accept("asked by phone");
    assertThat(desk.server.moves.getLast().command().reason()).isEqualTo("asked by phone");
    answerMove(new Outcome.Done<>(moved(VISIT, 11)));
    actions.undo();

    assertThat(desk.server.moves.getLast().command().reason()).isEqualTo("Taken back at once");
  }

  @Test
  void whatBeginsLaterIsMovedWithoutBeingAsked() {
    var far =
        new io.daysheet.desktop.board.QuietDesk(Clinic.day(lenient(), OPEN, VISITS, List.of()));
    var quiet =
        new VisitActions(
            far.board,
            far.writes,
            far.world,
            far.world,
            day,
            new BoardNotices(far.board, day, jumps::add),
            new Asked());
    reason = null;
    quiet.move(VISIT, LINDQVIST, Clinic.at(11));
    assertThat(far.server.moves.getFirst().command().reason()).isNull();
  }

  /// Patients may move a visit until an hour before.
  private static BookingPolicy lenient() {
    BookingPolicy strict = BookingPolicy.hourly();
    return new BookingPolicy(
        strict.gridMinutes(),
        strict.appointmentTypes(),
        strict.minimumNotice(),
        strict.horizonDays(),
        Duration.ofHours(1),
        strict.holdDuration(),
        strict.waitlistClaim(),
        strict.reminders(),
        strict.confirmation(),
        strict.telehealthOpens(),
        strict.telehealthCloses());
  }

  @Test
  void whatAnotherDeskDidMeanwhileIsInTheWayOnlyIfItMovedTheVisit() {
    reason = null;
    actions.move(VISIT, LINDQVIST, Clinic.at(11));
    assertThat(actions.hindrance(VISIT, LINDQVIST, Clinic.at(11))).isEmpty();
    desk.server.changed(Clinic.with(VISIT, AppointmentStatus.CONFIRMED, 2), "Desk 2");
    assertThat(actions.hindrance(VISIT, LINDQVIST, Clinic.at(11))).isEmpty();
    desk.server.booked(Clinic.visit(3, Clinic.LINDQVIST, 11, 3), "Desk 2");
    assertThat(actions.hindrance(VISIT, LINDQVIST, Clinic.at(11))).isNotEmpty();
    desk.server.changed(Clinic.with(VISIT, AppointmentStatus.CANCELLED, 3), "Desk 2");
    assertThat(actions.hindrance(VISIT, LINDQVIST, Clinic.at(12)))
        .isEqualTo("Another desk has moved or cancelled it meanwhile");
    desk.server.lose();
    assertThat(actions.hindrance(VISIT, LINDQVIST, Clinic.at(12))).startsWith("Offline");
  }

  @Test
  void afterTenSecondsNothingIsTakenBackAnyMore() {
    actions.move(VISIT, LINDQVIST, Clinic.at(11));
    answerMove(new Outcome.Done<>(moved(VISIT, 11)));
    desk.world.run(Duration.ofSeconds(9));
    assertThat(day.notices()).hasSize(1);
    desk.world.run(Duration.ofSeconds(1));
    assertThat(day.notices()).isEmpty();

    actions.undo();
    assertThat(desk.server.moves).hasSize(1);
  }

  @Test
  void aForbiddenPlaceIsToldWithAJumpToWhatIsInTheWay() {
    assertThat(actions.move(VISIT, LINDQVIST, Clinic.at(14))).isFalse();

    assertThat(desk.server.moves).isEmpty();
    assertThat(notice().title()).isEqualTo("Not moved: Kowalska, Zofia");
    assertThat(notice().code()).isEqualTo("doctor-busy");
    notice().ways().getFirst().go().run();
    assertThat(jumps).hasSize(1).first().isInstanceOf(Jump.ToVisit.class);
  }

  @Test
  void aMoveThatTheServerRefusesGoesBack() {
    actions.move(VISIT, LINDQVIST, Clinic.at(11));
    var busy =
        new Violation.PatientBusy(
            VISIT.patientId(),
            new Blocker(
                VISIT.id().value(), Clinic.ID, LINDQVIST, Clinic.at(11), Clinic.at(12), "Desk 2"));
    answerMove(new Outcome.Refused<>(409, "patient-busy", List.of(busy)));

    assertThat(shownStarts()).contains(Clinic.at(10)).doesNotContain(Clinic.at(11));
    assertThat(notice().code()).isEqualTo("patient-busy");
  }

  @Test
  void ontoItsOwnPlaceNothingIsAsked() {
    assertThat(actions.move(VISIT, LINDQVIST, VISIT.start())).isTrue();
    assertThat(desk.server.moves).isEmpty();
    assertThat(day.notices()).isEmpty();
  }

  @Test
  void aVisitGoesToAnotherDoctor() {
    actions.move(VISIT, HADDAD, Clinic.at(11));
    assertThat(desk.server.moves.getFirst().command().doctorId()).isEqualTo(HADDAD);
  }

  @Test
  void whereItCanNotBeIsKnownForAWholeColumn() {
    List<Instant> starts = IntStream.range(9, 19).mapToObj(Clinic::at).toList();

    assertThat(actions.forbidden(VISIT, HADDAD, starts))
        .containsExactlyElementsOf(starts.subList(3, 10));
    assertThat(actions.forbidden(VISIT, LINDQVIST, starts))
        .containsExactly(Clinic.at(14), Clinic.at(17), Clinic.at(18));
    assertThat(actions.whyNot(VISIT, HADDAD, Clinic.at(10))).isEmpty();
    assertThat(actions.whyNot(VISIT, LINDQVIST, Clinic.at(14))).isNotBlank();
  }

  @Test
  void aVisitThatIsTakenUpIsDroppedWhereItCanBe() {
    day.contents().visit(VISIT.id()).ifPresent(actions::takeUp);
    assertThat(day.moving().drop(LINDQVIST, Clinic.at(14))).isFalse();
    assertThat(day.moving().isMoving()).isTrue();
    assertThat(day.moving().drop(LINDQVIST, Clinic.at(15))).isTrue();

    assertThat(day.moving().isMoving()).isFalse();
    assertThat(desk.server.moves).hasSize(1);
  }

  @Test
  void aVisitThatHasBegunIsNotTakenUp() {
    desk.world.run(Duration.ofHours(2));
    actions.takeUp(VISIT);

    assertThat(day.moving().isMoving()).isFalse();
    assertThat(notice().code()).isEqualTo("illegal-transition");
  }

  @Test
  void checkingInIsOneKeyAndWhatCanNotBeIsTold() {
    actions.checkIn(VISIT);
    assertThat(desk.server.steps).extracting(a -> a.command().verb()).containsExactly("check-in");
    actions.checkIn(Clinic.with(VISIT, AppointmentStatus.COMPLETED, 2));
    assertThat(desk.server.steps).hasSize(1);
    assertThat(notice().title()).isEqualTo("Not done: Kowalska, Zofia");
  }

  @Test
  void aCancelledVisitIsBookedAgainAsAnotherOne() {
    actions.cancelled(VISIT);
    assertThat(notice().text()).isEqualTo("Undo books 10:00 again, as a new visit.");
    notice().ways().getFirst().go().run();

    assertThat(desk.server.bookings).hasSize(1);
    assertThat(desk.server.bookings.getFirst().command().patientId()).isEqualTo(VISIT.patientId());
    assertThat(day.notices()).isEmpty();
  }
}
