package io.daysheet.desktop.plans;

import static io.daysheet.desktop.plans.QuietWeeks.MONDAY;
import static io.daysheet.desktop.plans.QuietWeeks.off;
import static io.daysheet.desktop.plans.QuietWeeks.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.plans.PlanDraft.Flaw;
import io.daysheet.desktop.plans.WeekContentsViewModel.State;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.KeepWeeklyPlan;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeksViewModelTest extends WeeksAtHand {

  @Test
  void theWeekOfTheHospitalsDateIsShownForTheFirstDoctor() {
    assertThat(week().monday()).isEqualTo(MONDAY);
    assertThat(weeks.choice().doctorProperty().get()).isEqualTo(Clinic.HADDAD);
    assertThat(week().blocks(FRIDAY)).hasSize(1);
    weeks.choice().move(1);
    assertThat(week().monday()).isEqualTo(MONDAY.plusWeeks(1));
    weeks.stepDoctor(1);

    assertThat(weeks.choice().doctorProperty().get()).isEqualTo(Clinic.LINDQVIST);
    assertThat(week().isPlanned()).isFalse();
  }

  @Test
  void theCursorLeavesTheWeekForTheNext() {
    weeks.cursor().set(FRIDAY.plusDays(2), MinuteOfDay.parse("18:00"));
    weeks.cursor().move(1, 1);

    assertThat(week().monday()).isEqualTo(MONDAY.plusWeeks(1));
    assertThat(weeks.cursor().placeProperty().get())
        .isEqualTo(new WeekCursor.Place(0, MinuteOfDay.parse("18:00")));
  }

  @Test
  void aDateIsSkippedAndTheSkippingUndone() {
    weeks.open(friday());
    openPlan().choose(PlanScope.THIS_DATE);
    weeks.remove();
    assertThat(server.commands.getFirst()).isEqualTo(new ChangePlanDate(null, null, true));
    server.done(changed(FRIDAYS, 2, new ChangedDate(FRIDAY, null, null)), 0);
    assertThat(weeks.openProperty().get()).isNull();
    assertThat(weeks.deeds().toldProperty().get().lines()).contains("That date is skipped.");
    weeks.deeds().undo();
    server.done(changed(FRIDAYS, 3), 1);

    assertThat(server.asked).containsExactly("change 2026-03-20", "reset 2026-03-20");
    assertThat(weeks.deeds().toldProperty().get().undoable()).isFalse();
  }

  @Test
  void aPlanEndsBeforeADateOrGoesAltogether() {
    weeks.open(friday());
    openPlan().choose(PlanScope.FOLLOWING);
    weeks.remove();
    assertThat(server.previewed.getLast().validUntil()).isEqualTo(FRIDAY.minusDays(1));
    assertThat(server.asked).isEmpty();
    weeks.remove();
    assertThat(((KeepWeeklyPlan) server.commands.getFirst()).validUntil())
        .isEqualTo(FRIDAY.minusDays(1));
    server.answer(new Outcome.Unknown<>(Cause.NO_ANSWER));
    assertThat(weeks.deeds().toldProperty().get().lines().getFirst())
        .startsWith("The server did not answer");
    weeks.remove();
    assertThat(server.keys.get(0)).isEqualTo(server.keys.get(1));
    server.answer(new Outcome.Refused<>(409, "newer-code", List.of()));
    assertThat(weeks.deeds().toldProperty().get().lines().getFirst()).contains("newer-code");
    openPlan().choose(PlanScope.ALL);
    assertThat(openPlan().removal().isPut()).isFalse();
    weeks.remove();
    assertThat(server.removals).containsExactly(FRIDAYS);
    weeks.remove();

    assertThat(server.asked).containsExactly("change all", "change all", "remove version 1");
  }

  @Test
  void whatTookAwayThePlanOrItsEndIsUndone() {
    WeeklyPlan lived =
        changed(
            FRIDAYS,
            1,
            new ChangedDate(FRIDAY.minusWeeks(1), null, null),
            new ChangedDate(FRIDAY.plusWeeks(1), null, null));
    server.plans = List.of(lived);
    weeks.load();
    weeks.open(friday());
    weeks.remove();
    weeks.remove();
    server.done(lived, 0);
    weeks.undo();
    server.done(plan(5, DayOfWeek.FRIDAY, "09:00", "12:00"), 24);
    server.done(plan(5, DayOfWeek.FRIDAY, "09:00", "12:00"), 0);
    assertThat(weeks.deeds().toldProperty().get().lines()).containsExactly("Undone.");
    weeks.open(friday());
    openPlan().choose(PlanScope.FOLLOWING);
    weeks.remove();
    weeks.remove();
    server.done(changed(lived, 2), 0);
    weeks.undo();

    assertThat(server.asked)
        .containsExactly(
            "remove version 1",
            "make",
            "change " + FRIDAY.plusWeeks(1),
            "change all",
            "change all");
    assertThat(((KeepWeeklyPlan) server.commands.getLast()).validUntil()).isNull();
  }

  @Test
  void aChangeOfAllOrOfThoseThatFollowIsUndone() {
    weeks.open(friday());
    openPlan().type(draft -> draft.withEnd("11"), List.of(Flaw.END));
    openPlan().save();
    server.done(changed(FRIDAYS, 2), 0);
    weeks.undo();
    assertThat(((KeepWeeklyPlan) server.commands.getLast()).end())
        .isEqualTo(MinuteOfDay.parse("12:00"));
    assertThat(weeks.openProperty().get()).isNull();
    server.done(changed(FRIDAYS, 3), 0);
    weeks.open(friday());
    openPlan().choose(PlanScope.FOLLOWING);
    openPlan().type(draft -> draft.withStart("10"), List.of(Flaw.START));
    openPlan().save();
    server.done(following(), 0);
    weeks.undo();

    assertThat(server.asked)
        .containsExactly("change all", "change all", "change from 2026-03-20", "change all");
    KeepWeeklyPlan back = (KeepWeeklyPlan) server.commands.getLast();
    assertThat(back.start()).isEqualTo(MinuteOfDay.parse("09:00"));
    assertThat(back.validFrom()).isEqualTo(FRIDAY);
  }

  private static WeeklyPlan following() {
    return new WeeklyPlan(
        plan(6, DayOfWeek.FRIDAY, "10:00", "12:00").id(),
        FRIDAYS.hospitalId(),
        FRIDAYS.doctorId(),
        FRIDAYS.day(),
        MinuteOfDay.parse("10:00"),
        FRIDAYS.end(),
        FRIDAY,
        null,
        List.of(),
        1);
  }

  /// What is typed is nobody's to throw away.
  @Test
  void nothingIsUndoneWhileSomethingIsTyped() {
    weeks.cursor().set(FRIDAY, MinuteOfDay.parse("14:00"));
    weeks.newPlan();
    openPlan().save();
    server.done(plan(2, DayOfWeek.FRIDAY, "14:00", "19:00"), 26);
    openPlan().type(draft -> draft.withEnd("18"), List.of(Flaw.END));
    weeks.undo();

    assertThat(server.asked).containsExactly("make");
    assertThat(openPlan().shownProperty().get().told()).startsWith("Save or discard");
  }

  @Test
  void aNewPlanIsUndoneByRemovingIt() {
    weeks.cursor().set(FRIDAY, MinuteOfDay.parse("14:00"));
    weeks.newPlan();
    openPlan().save();
    server.done(plan(2, DayOfWeek.FRIDAY, "14:00", "19:00"), 26);
    weeks.deeds().undo();

    assertThat(server.asked).containsExactly("make", "remove version 1");
  }

  @Test
  void whatIsTypedIsThrownAwayForNoOther() {
    weeks.open(friday());
    openPlan().type(draft -> draft.withEnd("11"), List.of(Flaw.END));
    PlanFormViewModel before = openPlan();
    weeks.newTimeOff();
    weeks.stepDoctor(1);

    assertThat(openPlan()).isSameAs(before);
    assertThat(before.shownProperty().get().told()).startsWith("Save or discard");
    weeks.leave();
    weeks.newTimeOff();
    weeks.newPlan();
    assertThat(openPlan().draft().isNew()).isTrue();
  }

  /// Enter opens the plan where both are; a doctor has nothing but the absence to open.
  @Test
  void anAbsenceIsOpenedWhereNothingElseIsToBeOpened() {
    server.away = List.of(off(1, FRIDAY, FRIDAY, TimeOff.Reason.SICK));
    weeks.load();
    weeks.cursor().set(FRIDAY, MinuteOfDay.parse("14:00"));
    weeks.openHere();
    assertThat(openTimeOff().draft().before()).isEqualTo(server.away.getFirst());
    weeks.leave();
    weeks.cursor().set(FRIDAY, MinuteOfDay.parse("10:00"));
    weeks.openHere();
    assertThat(openPlan().draft().at().before()).isEqualTo(FRIDAYS);
    WeeksViewModel own = weeks(false);
    own.start();
    own.cursor().set(FRIDAY, MinuteOfDay.parse("10:00"));
    own.openHere();

    assertThat(own.openProperty().get()).isInstanceOf(Open.OfTimeOff.class);
  }

  @Test
  void whoDoesNotArrangeTimeOnlyTakesTimeOff() {
    WeeksViewModel own = weeks(false);
    own.start();
    own.openHere();
    own.newPlan();
    assertThat(own.openProperty().get()).isNull();
    own.newTimeOff();

    assertThat(own.openProperty().get()).isInstanceOf(Open.OfTimeOff.class);
  }

  @Test
  void aServerThatDoesNotAnswerIsAskedAgain() {
    server.answers = false;
    weeks.load();
    assertThat(weeks.contents().shownProperty().get().state()).isEqualTo(State.FAILED);
    server.answers = true;
    weeks.load();

    assertThat(weeks.contents().shownProperty().get().state()).isEqualTo(State.THERE);
  }
}
