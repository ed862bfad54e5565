package io.daysheet.desktop.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.availability.AvailabilityPanelViewModel.Intent;
import io.daysheet.desktop.availability.VisitsInside.Row;
import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.QuietGround;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.AvailabilityInUse;
import io.daysheet.rule.Violation.PatientBusy;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.wire.Resolution;
import io.daysheet.wire.Resolution.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvailabilityPanelViewModelTest {

  private static final Availability RANGE = Clinic.availability(1, Clinic.LINDQVIST, 9, 17);
  private static final Appointment TEN = Clinic.visit(1, Clinic.LINDQVIST, 10, 1);
  private static final Appointment TWO = Clinic.visit(2, Clinic.LINDQVIST, 14, 2);

  private final QuietDesk desk =
      new QuietDesk(List.of(RANGE), List.of(TEN, TWO, Clinic.visit(3, Clinic.LINDQVIST, 17, 3)));
  private final QuietArranging server = new QuietArranging();
  private final QuietGround ground = new QuietGround();
  private AvailabilityPanelViewModel panel;

  @BeforeEach
  void open() {
    server.free.put(
        Clinic.LINDQVIST.id(),
        List.of(Clinic.at(9), Clinic.at(12), Clinic.at(33), Clinic.at(34), Clinic.at(36)));
    server.free.put(Clinic.MENSAH.id(), List.of(Clinic.at(10)));
    panel = panel(true);
  }

  private AvailabilityPanelViewModel panel(boolean mayArrange) {
    return new AvailabilityPanelViewModel(
        desk.board, desk.writes, server, desk.world, ground, RANGE, mayArrange);
  }

  private PanelShown shown() {
    return panel.shownProperty().get();
  }

  private List<Appointment> visits() {
    return shown().rows().stream().map(Row::visit).toList();
  }

  private void cancelled(Appointment visit) {
    desk.server.changed(Clinic.with(visit, AppointmentStatus.CANCELLED, 2), "Desk 2");
  }

  private static Resolution moved(Appointment visit, int hour) {
    return new Resolution(
        visit.id(),
        Action.MOVE,
        Clinic.at(hour).atZone(Clinic.ZONE).toOffsetDateTime(),
        null,
        "The doctor is not available then any more");
  }

  @Test
  void toRemoveItEachVisitInsideIsDecided() {
    panel.choose(Intent.REMOVE);
    assertThat(visits()).containsExactly(TEN, TWO);
    assertThat(shown().whyNot()).isEqualTo("2 visits are undecided");
    panel.commit();
    assertThat(server.closings).isEmpty();
    panel.move(TEN, 0);
    panel.cancel(TWO);
    assertThat(shown().can()).isTrue();
    panel.commit();

    assertThat(server.closings.getFirst().resolutions())
        .containsExactly(
            moved(TEN, 33),
            new Resolution(
                TWO.id(), Action.CANCEL, null, null, "The doctor is not available then any more"));
    assertThat(desk.server.removals).isEmpty();
    server.answer(new Outcome.Done<>(RANGE));
    assertThat(ground.closed).isEqualTo(1);
    assertThat(desk.board.availabilities()).isEmpty();
  }

  @Test
  void ofTheTimeThatGoesNothingIsProposedAndNoTimeTwice() {
    panel.choose(Intent.REMOVE);
    assertThat(starts(TEN)).containsExactly(Clinic.at(33), Clinic.at(34), Clinic.at(36));
    panel.moveAll();

    assertThat(shown().can()).isTrue();
    panel.commit();
    assertThat(server.closings.getFirst().resolutions())
        .containsExactly(moved(TEN, 33), moved(TWO, 34));
  }

  private List<Instant> starts(Appointment visit) {
    return shown().rows().stream()
        .filter(row -> row.visit().equals(visit))
        .flatMap(row -> row.places().stream())
        .map(place -> place.during().start())
        .toList();
  }

  @Test
  void whatIsFreeIsAskedOnceForEachVisit() {
    panel.choose(Intent.REMOVE);
    panel.moveAll();
    panel.cancelAll();

    assertThat(server.asked).isEqualTo(2);
  }

  @Test
  void aPlaceThatIsRefusedIsToldWithItsVisitAndProposedNoMore() {
    panel.choose(Intent.REMOVE);
    panel.moveAll();
    panel.commit();
    var blocker =
        new Blocker(
            TWO.id().value(), Clinic.ID, TEN.doctorId(), Clinic.at(33), Clinic.at(34), null);
    server.answer(
        new Outcome.Refused<>(
            409, "patient-busy", List.of(new PatientBusy(TEN.patientId(), blocker))));

    assertThat(shown().obstacles()).isEmpty();
    assertThat(shown().whyNot()).isEqualTo("1 visit is undecided");
    Row ten = shown().rows().getFirst();
    assertThat(panel.refused().against(ten)).isNotEmpty();
    assertThat(starts(TEN)).containsExactly(Clinic.at(36));
    panel.move(TEN, 0);
    assertThat(panel.refused().against(shown().rows().getFirst())).isEmpty();
    panel.commit();

    assertThat(server.closings.getLast().resolutions())
        .containsExactly(moved(TEN, 36), moved(TWO, 34));
  }

  @Test
  void shorterTimesNameTheVisitsThatWouldStandOutside() {
    assertThat(shown().whyNot()).isEqualTo("Type other times, or choose to remove it");
    panel.later().until().set("13");
    assertThat(visits()).containsExactly(TWO);
    assertThat(shown().label()).isEqualTo("Change times");
    assertThat(starts(TWO)).containsExactly(Clinic.at(12), Clinic.at(9), Clinic.at(33));
    panel.move(TWO, 0);
    panel.commit();

    assertThat(server.changes.getFirst().end().toInstant()).isEqualTo(Clinic.at(13));
    assertThat(server.changes.getFirst().resolutions()).containsExactly(moved(TWO, 12));
    assertThat(desk.board.availabilities())
        .singleElement()
        .extracting(each -> each.availability().end())
        .isEqualTo(Clinic.at(13));
  }

  @Test
  void aRefusalPutsItBackAndIsToldInWords() {
    panel.later().until().set("13");
    panel.cancel(TWO);
    panel.commit();
    var blocker =
        new Blocker(TEN.id().value(), Clinic.ID, TEN.doctorId(), TEN.start(), TEN.end(), null);
    server.answer(
        new Outcome.Refused<>(
            409, "patient-busy", List.of(new PatientBusy(TWO.patientId(), blocker))));

    assertThat(shown().obstacles()).extracting(Obstacle::code).containsExactly("patient-busy");
    assertThat(desk.board.availabilities())
        .singleElement()
        .extracting(each -> each.availability().end())
        .isEqualTo(Clinic.at(17));
    panel.move(TWO, 0);
    assertThat(shown().obstacles()).isEmpty();
  }

  @Test
  void aVisitThatCameMeanwhileIsListedToBeDecided() {
    panel.choose(Intent.REMOVE);
    panel.cancelAll();
    panel.commit();
    Appointment eleven = Clinic.visit(4, Clinic.LINDQVIST, 11, 4);
    desk.server.booked(eleven, "Desk 2");
    List<Violation> inUse =
        List.of(
            new AvailabilityInUse(
                RANGE.id().value(),
                List.of(
                    new Blocker(
                        eleven.id().value(),
                        Clinic.ID,
                        eleven.doctorId(),
                        eleven.start(),
                        eleven.end(),
                        null))));
    server.answer(new Outcome.Refused<>(409, "availability-in-use", inUse));

    assertThat(visits()).containsExactly(TEN, eleven, TWO);
    assertThat(shown().obstacles()).isEmpty();
    assertThat(shown().whyNot()).isEqualTo("1 visit is undecided");
  }

  @Test
  void aLostAnswerIsAskedForAgainByTheSameKey() {
    panel.choose(Intent.REMOVE);
    panel.cancelAll();
    panel.commit();
    server.answer(new Outcome.Unknown<>(Cause.NO_ANSWER));
    assertThat(shown().whyNot()).startsWith("The answer was lost");
    desk.world.run(Duration.ofMinutes(1));

    assertThat(server.keys).hasSizeGreaterThan(1);
    assertThat(server.keys.stream().distinct()).hasSize(1);
  }

  @Test
  void nothingIsWrittenWithoutAReason() {
    panel.choose(Intent.REMOVE);
    panel.cancelAll();
    panel.reasonProperty().set(" ");

    assertThat(shown().whyNot()).isEqualTo("Say why the visits are moved or cancelled");
  }

  @Test
  void onceTheLastVisitIsCancelledItIsRemovedAsItIs() {
    panel.choose(Intent.REMOVE);
    cancelled(TEN);
    cancelled(TWO);
    assertThat(shown().can()).isTrue();

    panel.commit();
    panel.commit();
    assertThat(desk.server.removals).hasSize(1);
    assertThat(shown().busy()).isTrue();
    desk.server.removals.getFirst().answer().accept(new Outcome.Done<>(RANGE));

    assertThat(ground.closed).isEqualTo(1);
    assertThat(desk.board.availabilities()).isEmpty();
  }

  @Test
  void timesThatTheRulesRefuseAreSaidAsTheyAreTyped() {
    panel.later().until().set("20");
    assertThat(shown().obstacles())
        .extracting(Obstacle::code)
        .containsExactly("outside-operating-hours");
    panel.later().until().set("x");

    assertThat(shown().whyNot()).startsWith("Type when it ends");
  }

  @Test
  void whoDoesNotArrangeTimeOnlyLooks() {
    panel = panel(false);
    panel.choose(Intent.REMOVE);
    panel.cancelAll();

    assertThat(shown().whyNot()).startsWith("Schedulers change and remove");
    assertThat(shown().rows()).allMatch(row -> row.choice() == null);
  }

  @Test
  void offlineNothingIsRemoved() {
    panel.choose(Intent.REMOVE);
    cancelled(TEN);
    cancelled(TWO);
    desk.server.lose();

    assertThat(shown().whyNot()).startsWith("Offline");
  }

  @Test
  void whatAnotherDeskRemovedIsGone() {
    panel.choose(Intent.REMOVE);
    cancelled(TEN);
    cancelled(TWO);
    desk.server.removed(RANGE, "Desk 2");

    assertThat(shown().whyNot()).startsWith("It is not on the board any more");
    panel.commit();
    assertThat(desk.server.removals).isEmpty();
  }

  @Test
  void withoutAnswersTheVisitsCanStillBeCancelled() {
    server.tells = false;
    panel.choose(Intent.REMOVE);
    assertThat(shown().told()).startsWith("The server did not answer");
    assertThat(shown().rows()).allMatch(row -> row.places().isEmpty());
    panel.cancelAll();

    assertThat(shown().can()).isTrue();
  }
}
