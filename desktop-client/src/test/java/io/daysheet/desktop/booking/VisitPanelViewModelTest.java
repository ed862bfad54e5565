package io.daysheet.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.QuietGround;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.Doctor;
import io.daysheet.rule.TextRules;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.wire.BookAppointment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitPanelViewModelTest {

  private static final Appointment VISIT = Clinic.visit(1, Clinic.LINDQVIST, 14, 1);

  private final QuietDesk desk =
      new QuietDesk(List.of(Clinic.availability(1, Clinic.LINDQVIST, 9, 17)), List.of(VISIT));
  private final QuietGround ground = new QuietGround();
  private final List<Appointment> taken = new ArrayList<>();
  private final List<Appointment> cancelled = new ArrayList<>();
  private final VisitPanelViewModel panel = panelOf(VISIT);

  private VisitPanelViewModel panelOf(Appointment visit) {
    return new VisitPanelViewModel(
        desk.board,
        desk.writes,
        desk.server,
        desk.world,
        ground,
        new VisitPanelViewModel.Ways(taken::add, cancelled::add),
        visit);
  }

  private VisitPanelViewModel.Shown shown() {
    return panel.shownProperty().get();
  }

  private void cancel(String reason) {
    panel.reasonProperty().set(reason);
    panel.cancel();
  }

  @Test
  void cancellingNeedsAReason() {
    assertThat(shown().whyNot()).isEqualTo("Say why first");
    cancel("   ");
    assertThat(desk.server.cancellations).isEmpty();

    cancel(" asked by phone ");
    panel.cancel();
    assertThat(desk.server.cancellations).hasSize(1);
    assertThat(desk.server.cancellations.getFirst().command().reason()).isEqualTo("asked by phone");
  }

  @Test
  void aReasonThatIsTooLongIsToldWithItsLimit() {
    cancel("x".repeat(TextRules.REASON + 1));

    assertThat(shown().whyNot())
        .isEqualTo("The reason may have " + TextRules.REASON + " characters");
    assertThat(desk.server.cancellations).isEmpty();
  }

  @Test
  void aVisitThatHasBegunIsNotCancelledAndSaysWhy() {
    desk.world.run(Duration.ofHours(6));
    cancel("asked");

    assertThat(shown().whyNot()).isEqualTo("Only a visit that has not begun can be cancelled");
    assertThat(desk.server.cancellations).isEmpty();
  }

  @Test
  void aVisitThatArrivedIsNotCancelled() {
    desk.server.changed(Clinic.with(VISIT, AppointmentStatus.COMPLETED, 2), "Desk 2");
    cancel("asked");

    assertThat(shown().canCancel()).isFalse();
    assertThat(desk.server.cancellations).isEmpty();
  }

  @Test
  void anotherDesksChangeIsToldAndTheNextTryIsOfWhatIsShown() {
    cancel("asked");
    Appointment confirmed = Clinic.with(VISIT, AppointmentStatus.CONFIRMED, 2);
    desk.server.cancellations.getFirst().answer().accept(new Outcome.Stale<>(confirmed));

    assertThat(shown().obstacles()).extracting(Obstacle::code).containsExactly("stale");
    assertThat(shown().visit()).isEqualTo(confirmed);
    assertThat(panel.reasonProperty().get()).isEqualTo("asked");
    panel.cancel();
    assertThat(desk.server.cancellations).hasSize(2);
    desk.server
        .cancellations
        .getLast()
        .answer()
        .accept(new Outcome.Done<>(Clinic.with(VISIT, AppointmentStatus.CANCELLED, 3)));
    assertThat(ground.closed).isEqualTo(1);
    assertThat(cancelled).containsExactly(confirmed);
    assertThat(desk.board.appointments()).isEmpty();
  }

  @Test
  void aVisitThatAnotherDeskCancelledIsGone() {
    desk.server.changed(Clinic.with(VISIT, AppointmentStatus.CANCELLED, 2), "Desk 2");

    assertThat(shown().gone()).isTrue();
    assertThat(shown().whyNot()).startsWith("It is not on the board any more");
  }

  @Test
  void aVisitThatIsBeingCancelledIsNotCancelledTwice() {
    cancel("asked");
    panel.close();
    var reopened = panelOf(VISIT);
    reopened.reasonProperty().set("asked again");
    reopened.cancel();

    assertThat(reopened.shownProperty().get().whyNot()).isEqualTo("Cancelling…");
    assertThat(desk.server.cancellations).hasSize(1);
  }

  @Test
  void aVisitThatIsSavedMeanwhileIsTheSameVisit() {
    Appointment wish = Clinic.with(Clinic.visit(8, Clinic.LINDQVIST, 11, 2), VISIT.status(), 0);
    var command =
        new BookAppointment(
            Clinic.ID,
            wish.doctorId(),
            wish.patientId(),
            wish.start().atZone(Clinic.ZONE).toOffsetDateTime(),
            null,
            wish.type(),
            null,
            null,
            null,
            null);
    desk.writes.book(command, wish, _ -> {});
    var opened = panelOf(wish);
    opened.reasonProperty().set("asked");
    Appointment saved = Clinic.visit(9, Clinic.LINDQVIST, 11, 2);
    desk.server.bookings.getFirst().answer().accept(new Outcome.Done<>(saved));

    assertThat(opened.shownProperty().get().gone()).isFalse();
    assertThat(opened.shownProperty().get().visit()).isEqualTo(saved);
    assertThat(opened.shownProperty().get().canCancel()).isTrue();
  }

  private List<String> allowed() {
    return shown().choices().stream()
        .filter(VisitChoice::isAllowed)
        .map(VisitChoice::label)
        .toList();
  }

  private void choose(String label) {
    panel.choose(
        shown().choices().stream().filter(c -> c.label().equals(label)).findFirst().orElseThrow());
  }

  @Test
  void whatCanBeDoneFollowsFromStatusAndTime() {
    assertThat(shown().choices())
        .extracting(VisitChoice::label)
        .containsExactly("Check in", "Complete", "Confirm", "Undo arrival", "No-show", "Move");
    assertThat(allowed()).containsExactly("Check in", "Confirm", "Move");
    desk.server.changed(Clinic.with(VISIT, AppointmentStatus.ARRIVED, 2), "Desk 2");
    assertThat(allowed()).containsExactly("Complete", "Undo arrival");
    assertThat(shown().summary()).startsWith("A visit whose patient is here");
    desk.server.changed(Clinic.with(VISIT, AppointmentStatus.COMPLETED, 3), "Desk 2");
    assertThat(allowed()).isEmpty();
    assertThat(shown().choices()).allSatisfy(c -> assertThat(c.whyNot()).isNotBlank());
  }

  @Test
  void aStepIsShownAtOnceAndThePanelStaysOpen() {
    choose("Check in");

    assertThat(desk.server.steps).extracting(a -> a.command().verb()).containsExactly("check-in");
    assertThat(shown().visit().status()).isEqualTo(AppointmentStatus.ARRIVED);
    assertThat(allowed()).as("while it is being saved").isEmpty();
    desk.server
        .steps
        .getFirst()
        .answer()
        .accept(new Outcome.Done<>(Clinic.with(VISIT, AppointmentStatus.ARRIVED, 2)));
    assertThat(ground.closed).isZero();
    assertThat(allowed()).containsExactly("Complete", "Undo arrival");
  }

  @Test
  void aStepThatIsRefusedGoesBackAndSaysWhy() {
    choose("Confirm");
    desk.server
        .steps
        .getFirst()
        .answer()
        .accept(new Outcome.Refused<>(403, "forbidden", List.of()));

    assertThat(shown().visit()).isEqualTo(VISIT);
    assertThat(shown().obstacles()).extracting(Obstacle::code).containsExactly("forbidden");
  }

  @Test
  void movingIsLeftToTheBoard() {
    choose("Move");
    assertThat(taken).containsExactly(VISIT);
    desk.server.lose();
    choose("Move");
    assertThat(taken).as("offline").hasSize(1);
  }

  @Test
  void theHistoryIsToldNewestFirstAndAskedForAnewWithEachVersion() {
    assertThat(desk.server.histories).hasSize(1);
    desk.server
        .histories
        .getFirst()
        .answer()
        .accept(
            new Outcome.Done<>(
                List.of(
                    event(1, AppointmentEvent.Kind.BOOKED, Clinic.HADDAD, 10, null),
                    event(2, AppointmentEvent.Kind.MOVED, Clinic.LINDQVIST, 14, "by phone"))));

    assertThat(panel.historyProperty().get())
        .isEqualTo(
            new VisitHistoryViewModel.Shown.Known(
                List.of(
                    new VisitHistoryViewModel.Line(
                        "Moved from Thu 19 March 10:00 with Dr. Haddad",
                        "Thu 19 March 08:00 · Marta Król · by phone"),
                    new VisitHistoryViewModel.Line("Booked", "Thu 19 March 08:00 · Marta Król"))));
    desk.server.changed(Clinic.with(VISIT, AppointmentStatus.CONFIRMED, 2), "Desk 2");
    assertThat(desk.server.histories).hasSize(2);
    desk.server.histories.getLast().answer().accept(new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
    assertThat(panel.historyProperty().get()).isEqualTo(new VisitHistoryViewModel.Shown.Unknown());
  }

  private static AppointmentEvent event(
      int version, AppointmentEvent.Kind kind, Doctor doctor, int hour, @Nullable String reason) {
    return new AppointmentEvent(
        version,
        Clinic.at(8),
        "Marta Król",
        kind,
        AppointmentStatus.SCHEDULED,
        doctor.id(),
        Clinic.at(hour),
        Clinic.at(hour + 1),
        reason);
  }
}
