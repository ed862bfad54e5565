package io.daysheet.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.QuietGround;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.rule.TextRules;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.wire.BookAppointment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitPanelViewModelTest {

  private static final Appointment VISIT = Clinic.visit(1, Clinic.LINDQVIST, 14, 1);

  private final QuietDesk desk =
      new QuietDesk(List.of(Clinic.availability(1, Clinic.LINDQVIST, 9, 17)), List.of(VISIT));
  private final QuietGround ground = new QuietGround();
  private final VisitPanelViewModel panel =
      new VisitPanelViewModel(desk.board, desk.writes, desk.world, ground, VISIT);

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
    var reopened = new VisitPanelViewModel(desk.board, desk.writes, desk.world, ground, VISIT);
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
    var opened = new VisitPanelViewModel(desk.board, desk.writes, desk.world, ground, wish);
    opened.reasonProperty().set("asked");
    Appointment saved = Clinic.visit(9, Clinic.LINDQVIST, 11, 2);
    desk.server.bookings.getFirst().answer().accept(new Outcome.Done<>(saved));

    assertThat(opened.shownProperty().get().gone()).isFalse();
    assertThat(opened.shownProperty().get().visit()).isEqualTo(saved);
    assertThat(opened.shownProperty().get().canCancel()).isTrue();
  }
}
