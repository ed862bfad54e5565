package io.daysheet.desktop.plans;

import static io.daysheet.desktop.plans.QuietWeeks.MONDAY;
import static io.daysheet.desktop.plans.QuietWeeks.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.plans.PlanDraft.Flaw;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.PlanPreview;
import io.daysheet.wire.PublishedPlan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanFormViewModelTest extends WeeksAtHand {

  @Test
  void aNewPlanIsProposedUntilClosingOrTheNextOne() {
    weeks.cursor().set(FRIDAY, MinuteOfDay.parse("12:00"));
    weeks.openHere();
    assertThat(openPlan().draft().end()).isEqualTo("19:00");
    weeks.leave();
    weeks.cursor().set(FRIDAY.minusDays(1), MinuteOfDay.parse("14:00"));
    weeks.openHere();
    openPlan().save();

    assertThat(server.asked).containsExactly("make");
    assertThat(server.commands.getFirst())
        .isEqualTo(
            new KeepWeeklyPlan(
                null,
                Clinic.ID,
                Clinic.HADDAD.id(),
                DayOfWeek.THURSDAY,
                MinuteOfDay.parse("14:00"),
                MinuteOfDay.parse("19:00"),
                LocalDate.of(2026, 3, 19),
                null,
                null,
                null));
  }

  @Test
  void whatPublishingComesToIsToldBeforeAndAfter() {
    server.preview =
        new PlanPreview(
            24,
            0,
            1,
            QuietWeeks.UNTIL,
            List.of(),
            List.of(
                new LeftOut(FRIDAY, List.of("on-time-off")),
                new LeftOut(FRIDAY.plusWeeks(1), List.of("on-time-off"))));
    weeks.cursor().set(FRIDAY, MinuteOfDay.parse("14:00"));
    weeks.openHere();
    assertThat(openPlan().aroundProperty().get().preview())
        .containsExactly(
            "Up to Thu 17 Sep 2026: 24 to open, 1 to take back.",
            "Left out, 2: Fri 20 Mar 2026 (time off); Fri 27 Mar 2026 (time off).");
    openPlan().save();
    assertThat(openPlan().shownProperty().get().saving()).isTrue();
    WeeklyPlan made = plan(2, DayOfWeek.FRIDAY, "14:00", "19:00");
    server.done(made, 24, new LeftOut(FRIDAY, List.of("on-time-off", "hospital-closed")));

    assertThat(openPlan().aroundProperty().get().published())
        .containsExactly(
            "The schedule has it: 24 opened.", "Left out, 1: Fri 20 Mar 2026 (time off, closed).");
    assertThat(openPlan().draft().at().before()).isEqualTo(made);
    assertThat(weeks.isUnfinished()).isFalse();
  }

  @Test
  void theServerIsAskedWhatExactlyIsTyped() {
    weeks.open(friday());
    assertThat(server.previewed).isEmpty();
    openPlan().choose(PlanScope.FOLLOWING);
    openPlan().type(draft -> draft.withEnd("11"), List.of(Flaw.END));
    assertThat(server.previewed.getLast().id()).isEqualTo(FRIDAYS.id());
    assertThat(server.previewed.getLast().end()).isEqualTo(MinuteOfDay.parse("11:00"));
    assertThat(server.previewedFrom.getLast()).isEqualTo(FRIDAY);
    openPlan().choose(PlanScope.THIS_DATE);
    openPlan().type(draft -> draft.withSkip(true), List.of());

    assertThat(server.previewed.getLast().end()).isEqualTo(MinuteOfDay.parse("12:00"));
    assertThat(server.previewed.getLast().changedDates())
        .containsExactly(new ChangedDate(FRIDAY, null, null));
    int asked = server.previewed.size();
    openPlan().type(draft -> draft.withSkip(false).withEnd("8"), List.of(Flaw.END));
    assertThat(server.previewed).hasSize(asked);
    assertThat(openPlan().aroundProperty().get().preview()).isEmpty();
  }

  @Test
  void whatTheServerDoesNotSayIsNotGuessed() {
    server.answers = false;
    weeks.cursor().set(FRIDAY, MinuteOfDay.parse("14:00"));
    weeks.openHere();

    assertThat(openPlan().aroundProperty().get().preview())
        .containsExactly("The server does not say now; what it came to is told once it is saved.");
  }

  @Test
  void oneDateOrThisAndFollowingOrAllIsChanged() {
    weeks.open(friday());
    openPlan().choose(PlanScope.THIS_DATE);
    openPlan().type(draft -> draft.withEnd("11"), List.of(Flaw.END));
    openPlan().save();
    server.done(
        changed(
            FRIDAYS,
            2,
            new ChangedDate(FRIDAY, MinuteOfDay.parse("09:00"), MinuteOfDay.parse("11:00"))),
        0);
    openPlan().choose(PlanScope.FOLLOWING);
    openPlan().type(draft -> draft.withStart("10"), List.of(Flaw.START));
    openPlan().save();
    server.done(changed(FRIDAYS, 3), 0);
    openPlan().choose(PlanScope.ALL);
    openPlan().type(draft -> draft.withUntil("2026-06-30"), List.of(Flaw.UNTIL));
    openPlan().save();

    assertThat(server.asked)
        .containsExactly("change 2026-03-20", "change from 2026-03-20", "change all");
    assertThat(server.commands.getFirst())
        .isEqualTo(
            new ChangePlanDate(MinuteOfDay.parse("09:00"), MinuteOfDay.parse("11:00"), null));
    assertThat(((KeepWeeklyPlan) server.commands.get(2)).validUntil())
        .isEqualTo(LocalDate.of(2026, 6, 30));
  }

  @Test
  void whatHasBegunCanNotBeChosen() {
    server.plans = List.of(plan(3, DayOfWeek.MONDAY, "09:00", "12:00"));
    weeks.load();
    weeks.open(week().blocks(MONDAY).getFirst());
    openPlan().choose(PlanScope.THIS_DATE);

    assertThat(openPlan().draft().scope()).isEqualTo(PlanScope.ALL);
    assertThat(openPlan().whyNot(PlanScope.THIS_DATE)).startsWith("That date has begun");
    assertThat(openPlan().whyNot(PlanScope.FOLLOWING)).startsWith("That date has begun");
  }

  @Test
  void theRulesSayWhatTheyHaveAgainstIt() {
    weeks.open(friday());
    openPlan().type(draft -> draft.withEnd("20:30"), List.of(Flaw.END));

    assertThat(openPlan().aroundProperty().get().obstacles())
        .extracting(Obstacle::code)
        .containsExactly("off-grid", "outside-operating-hours");
    assertThat(openPlan().shownProperty().get().canSave()).isFalse();
    assertThat(openPlan().record().reason()).isEqualTo("Solve what is in the way first");
    openPlan().type(draft -> draft.withEnd("8"), List.of(Flaw.END));
    assertThat(openPlan().record().reason()).isEqualTo("It ends before it starts");
  }

  @Test
  void whoWasFasterIsToldAndNothingTypedIsLost() {
    weeks.open(friday());
    openPlan().type(draft -> draft.withEnd("11"), List.of(Flaw.END));
    openPlan().save();
    WeeklyPlan theirs =
        new WeeklyPlan(
            FRIDAYS.id(),
            FRIDAYS.hospitalId(),
            FRIDAYS.doctorId(),
            FRIDAYS.day(),
            MinuteOfDay.parse("10:00"),
            FRIDAYS.end(),
            FRIDAYS.validFrom(),
            null,
            List.of(),
            5);
    server.answer(
        new Outcome.Stale<>(new PublishedPlan(theirs, 0, 0, 0, FRIDAY, List.of(), List.of())));

    assertThat(openPlan().draft().start()).isEqualTo("10:00");
    assertThat(openPlan().draft().end()).isEqualTo("11");
    assertThat(openPlan().shownProperty().get().told()).contains("start");
    assertThat(openPlan().aroundProperty().get().published()).isEmpty();
  }
}
