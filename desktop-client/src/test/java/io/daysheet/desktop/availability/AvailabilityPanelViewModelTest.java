package io.daysheet.desktop.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.form.Jump;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.QuietGround;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvailabilityPanelViewModelTest {

  private static final Availability RANGE = Clinic.availability(1, Clinic.LINDQVIST, 9, 17);
  private static final Appointment TEN = Clinic.visit(1, Clinic.LINDQVIST, 10, 1);
  private static final Appointment TWO = Clinic.visit(2, Clinic.LINDQVIST, 14, 2);

  private final QuietDesk desk =
      new QuietDesk(List.of(RANGE), List.of(TEN, TWO, Clinic.visit(3, Clinic.LINDQVIST, 17, 3)));
  private final QuietGround ground = new QuietGround();
  private final AvailabilityPanelViewModel panel =
      new AvailabilityPanelViewModel(desk.board, desk.writes, ground, RANGE, true);

  private AvailabilityPanelViewModel.Shown shown() {
    return panel.shownProperty().get();
  }

  private void cancelled(Appointment visit) {
    desk.server.changed(Clinic.with(visit, AppointmentStatus.CANCELLED, 2), "Desk 2");
  }

  @Test
  void whoeverIsBookedInItIsListedWithAWayThere() {
    assertThat(shown().obstacles())
        .extracting(Obstacle::text)
        .containsExactlyInAnyOrder(
            "Kowalska, Zofia is booked at 10:00–11:00. Cancel or move that visit first.",
            "Kowalska, Zofia is booked at 14:00–15:00. Cancel or move that visit first.");
    panel.remove();
    assertThat(desk.server.removals).isEmpty();
    panel.show(shown().obstacles().getFirst());
    assertThat(ground.jumps).singleElement().isInstanceOf(Jump.ToVisit.class);
  }

  @Test
  void onceTheLastVisitIsCancelledItCanBeRemoved() {
    cancelled(TEN);
    assertThat(shown().canRemove()).isFalse();
    cancelled(TWO);
    assertThat(shown().canRemove()).isTrue();

    panel.remove();
    panel.remove();
    assertThat(desk.server.removals).hasSize(1);
    assertThat(shown().busy()).isTrue();
    desk.server.removals.getFirst().answer().accept(new Outcome.Done<>(RANGE));

    assertThat(ground.closed).isEqualTo(1);
    assertThat(desk.board.availabilities()).isEmpty();
  }

  @Test
  void aRefusalPutsItBackAndIsTold() {
    cancelled(TEN);
    cancelled(TWO);
    panel.remove();
    desk.server
        .removals
        .getFirst()
        .answer()
        .accept(new Outcome.Refused<>(404, "not-found", List.of()));

    assertThat(shown().obstacles())
        .extracting(Obstacle::text)
        .containsExactly("It is not there any more. Another desk may have removed it.");
    assertThat(desk.board.availabilities()).hasSize(1);
    assertThat(ground.closed).isZero();
  }

  @Test
  void offlineNothingIsRemoved() {
    cancelled(TEN);
    cancelled(TWO);
    desk.server.lose();

    assertThat(shown().whyNot()).startsWith("Offline");
  }

  @Test
  void whatIsBeingRemovedIsNotRemovedTwice() {
    cancelled(TEN);
    cancelled(TWO);
    panel.remove();
    panel.close();
    var reopened = new AvailabilityPanelViewModel(desk.board, desk.writes, ground, RANGE, true);
    reopened.remove();

    assertThat(reopened.shownProperty().get().whyNot()).isEqualTo("Removing…");
    assertThat(desk.server.removals).hasSize(1);
  }

  @Test
  void whatAnotherDeskRemovedIsGone() {
    cancelled(TEN);
    cancelled(TWO);
    desk.server.removed(RANGE, "Desk 2");

    assertThat(shown().whyNot()).startsWith("It is not on the board any more");
    panel.remove();
    assertThat(desk.server.removals).isEmpty();
  }
}
