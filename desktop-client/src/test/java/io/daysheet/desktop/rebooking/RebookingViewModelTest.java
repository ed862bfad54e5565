package io.daysheet.desktop.rebooking;

import static io.daysheet.desktop.rebooking.QuietRebooking.START;
import static io.daysheet.desktop.rebooking.QuietRebooking.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.rebooking.AlternativesViewModel.Free;
import io.daysheet.desktop.rebooking.RebookingViewModel.Progress;
import io.daysheet.desktop.rebooking.RebookingViewModel.State;
import io.daysheet.schedule.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebookingViewModelTest {

  private static final Instant NOW = Instant.parse("2026-03-19T09:30:00Z");
  private static final Appointment FIRST = visit(1, "Kowalska", "on-time-off");
  private static final Appointment SECOND = visit(2, "Nowak", "hospital-closed", "off-grid");

  private final QuietRebooking server = new QuietRebooking();
  private final RebookingViewModel rebooking = new RebookingViewModel(server, () -> NOW, _ -> true);

  @BeforeEach
  void start() {
    server.needing = List.of(FIRST, SECOND);
    server.free.put(
        Clinic.LINDQVIST.id(),
        List.of(FIRST.start(), START.plus(Duration.ofDays(9)), START.minus(Duration.ofHours(1))));
    server.free.put(Clinic.MENSAH.id(), List.of(START));
    rebooking.start();
  }

  private VisitViewModel open() {
    return Objects.requireNonNull(rebooking.openProperty().get());
  }

  private List<Free> free() {
    return open().alternatives().shownProperty().get().all();
  }

  @Test
  void theNearestFreeTimesOfTheDoctorAreOfferedAndNotTheVisitsOwn() {
    rebooking.open(FIRST);

    assertThat(free())
        .containsExactly(
            new Free(Clinic.LINDQVIST, START.minus(Duration.ofHours(1)), START, true),
            new Free(
                Clinic.LINDQVIST,
                START.plus(Duration.ofDays(9)),
                START.plus(Duration.ofDays(9)).plus(Duration.ofHours(1)),
                true));
  }

  @Test
  void eachIsMovedOrCancelledWithAReasonAndTheNextOneIsOpened() {
    rebooking.open(FIRST);
    assertThat(open().reasonProperty().get()).isEqualTo("The doctor is away");
    open().moveTo(free().getFirst());
    assertThat(server.moved.getFirst().start().toInstant())
        .isEqualTo(START.minus(Duration.ofHours(1)));
    assertThat(server.moved.getFirst().reason()).isEqualTo("The doctor is away");
    server.done(visit(1, "Kowalska", 2));
    assertThat(rebooking.progressProperty().get()).isEqualTo(new Progress(State.THERE, 1, 1));
    assertThat(open().visit()).isEqualTo(SECOND);
    open().cancel();
    server.done(visit(2, "Nowak", 2));

    assertThat(server.cancelled.getFirst().reason())
        .isEqualTo("The hospital is closed; Does not fit the starts");
    assertThat(rebooking.progressProperty().get()).isEqualTo(new Progress(State.THERE, 2, 0));
    assertThat(rebooking.openProperty().get()).isNull();
  }

  @Test
  void nothingIsWrittenWithoutAReasonOrTwice() {
    rebooking.open(FIRST);
    open().reasonProperty().set(" ");
    open().cancel();
    assertThat(server.cancelled).isEmpty();
    assertThat(open().stateProperty().get().told()).isEqualTo("Say why first.");
    open().reasonProperty().set("Ill");
    open().cancel();
    open().cancel();
    assertThat(server.cancelled).hasSize(1);
    server.lose();
    open().cancel();

    assertThat(server.keys.get(0)).isEqualTo(server.keys.get(1));
  }

  @Test
  void aRefusalIsSaidInWordsAndTheVisitStays() {
    rebooking.open(FIRST);
    open().moveTo(free().getFirst());
    server.refuse("doctor-busy");
    assertThat(open().stateProperty().get().told()).startsWith("That time was taken");
    open().moveTo(free().getFirst());
    server.refuse("newer-code");

    assertThat(open().stateProperty().get().told()).contains("newer-code");
    assertThat(rebooking.visits()).hasSize(2);
  }

  @Test
  void aVisitThatSomebodyElseChangedIsShownAsItIs() {
    rebooking.open(FIRST);
    open().cancel();
    Appointment later = visit(1, "Kowalska", 5, "on-time-off");
    server.stale(later);
    assertThat(rebooking.visits()).containsExactly(later, SECOND);
    assertThat(open().visit()).isEqualTo(later);
    assertThat(open().stateProperty().get().told()).startsWith("Somebody else changed");
    open().cancel();
    server.stale(visit(1, "Kowalska", 6));

    assertThat(rebooking.visits()).containsExactly(SECOND);
  }

  @Test
  void aListThatDidNotComeIsAskedAgain() {
    server.answers = false;
    rebooking.load();
    assertThat(rebooking.progressProperty().get()).isEqualTo(new Progress(State.FAILED, 0, 0));
    server.answers = true;
    rebooking.show(Clinic.ID);

    assertThat(rebooking.visits()).containsExactly(FIRST, SECOND);
  }
}
