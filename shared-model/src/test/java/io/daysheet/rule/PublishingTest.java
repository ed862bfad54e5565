package io.daysheet.rule;

import static io.daysheet.rule.PublishedWeeks.plan;
import static io.daysheet.rule.PublishedWeeks.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Now is Wednesday, 18 March 2026, noon; the clock changes on 29 March.
class PublishingTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 23);
  private static final LocalDate SECOND = LocalDate.of(2026, 3, 30);

  private final PublishedWeeks weeks = new PublishedWeeks(PublishedWeeks.mondays("09:00", "17:00"));

  @Test
  void theFirstSlotAfterTheClockChangeStillBeginsAtNine() {
    weeks.publish();

    assertThat(weeks.times())
        .hasSize(PublishedWeeks.WEEKS)
        .startsWith("2026-03-23T09:00-2026-03-23T17:00", "2026-03-30T09:00-2026-03-30T17:00");
  }

  @Test
  void whatHasBegunIsNeitherOpenedNorTouched() {
    weeks.plan =
        plan(DayOfWeek.WEDNESDAY, "09:00", "17:00", LocalDate.of(2026, 3, 2), null, List.of());
    weeks.publish();
    assertThat(weeks.published.firstKey()).isEqualTo(LocalDate.of(2026, 3, 25));

    weeks.now = Clinic.at("2026-03-25T09:00");
    weeks.plan =
        plan(DayOfWeek.WEDNESDAY, "14:00", "17:00", LocalDate.of(2026, 3, 2), null, List.of());
    weeks.publish();
    assertThat(weeks.times())
        .startsWith("2026-03-25T09:00-2026-03-25T17:00", "2026-04-01T14:00-2026-04-01T17:00");
  }

  @Test
  void aClosureAnAbsenceAndAnotherAvailabilityLeaveTheirDatesOut() {
    weeks.closed(FIRST);
    weeks.away(range(SECOND, 16, 18));
    weeks.other(range(LocalDate.of(2026, 4, 6), 8, 10));

    assertThat(weeks.publish().leftOut())
        .containsExactly(
            new LeftOut(FIRST, List.of("hospital-closed")),
            new LeftOut(SECOND, List.of("on-time-off")),
            new LeftOut(LocalDate.of(2026, 4, 6), List.of("availability-overlap")));
    assertThat(weeks.published.firstKey()).isEqualTo(LocalDate.of(2026, 4, 13));
  }

  @Test
  void whatGoesOutOfTheWayIsMadeUpForTheNextTime() {
    weeks.away(range(FIRST, 9, 10));
    weeks.publish();
    weeks.away.clear();

    assertThat(weeks.publish().steps()).hasSize(1);
    assertThat(weeks.published).containsKey(FIRST);
  }

  @Test
  void aClosureThatComesLaterTakesNothingAway() {
    weeks.publish();
    weeks.closed(FIRST);
    weeks.away(range(SECOND, 9, 17));

    assertThat(weeks.publish().steps()).isEmpty();
  }

  @Test
  void aChangeOfThePlanKeepsTheAvailabilities() {
    weeks.publish();
    var before = weeks.at(FIRST).availability().id();
    weeks.plan = PublishedWeeks.mondays("10:00", "16:00");
    weeks.publish();

    assertThat(weeks.times()).allMatch(text -> text.contains("T10:00-"));
    assertThat(weeks.at(FIRST).availability().id()).isEqualTo(before);
  }

  @Test
  void whereTheRulesRefuseTheChangeOnlyWhatIsStillWantedStays() {
    weeks.publish();
    weeks.closed(FIRST);
    weeks.plan = PublishedWeeks.mondays("10:00", "19:00");
    weeks.publish();

    assertThat(weeks.times())
        .startsWith("2026-03-23T10:00-2026-03-23T17:00", "2026-03-30T10:00-2026-03-30T19:00");
  }

  @Test
  void oneWithAVisitThatWouldStandOutsideStaysAndIsTold() {
    weeks.publish();
    weeks.visit(FIRST, range(FIRST, 9, 10));
    weeks.visit(SECOND, range(SECOND, 12, 13));
    weeks.plan = PublishedWeeks.mondays("10:00", "16:00");

    assertThat(weeks.publish().kept())
        .containsExactly(new Kept(weeks.at(FIRST).availability(), Kept.Reason.IN_USE));
    assertThat(weeks.times())
        .startsWith("2026-03-23T09:00-2026-03-23T17:00", "2026-03-30T10:00-2026-03-30T16:00");
  }

  @Test
  void onceTheVisitIsGoneItFollows() {
    weeks.publish();
    weeks.visit(FIRST, range(FIRST, 9, 10));
    weeks.plan = PublishedWeeks.mondays("10:00", "16:00");
    weeks.publish();
    weeks.visit(FIRST, range(FIRST, 11, 12));

    assertThat(weeks.publish().steps()).hasSize(1);
    assertThat(weeks.times()).startsWith("2026-03-23T10:00-2026-03-23T16:00");
  }

  @Test
  void whatStaffChangedStaysWhateverThePlanSays() {
    weeks.publish();
    weeks.byHand(FIRST, range(FIRST, 11, 12));
    weeks.plan =
        plan(DayOfWeek.TUESDAY, "09:00", "17:00", LocalDate.of(2026, 3, 2), null, List.of());

    assertThat(weeks.publish().kept())
        .containsExactly(new Kept(weeks.at(FIRST).availability(), Kept.Reason.CHANGED_BY_HAND));
    assertThat(weeks.times())
        .startsWith("2026-03-23T11:00-2026-03-23T12:00", "2026-03-24T09:00-2026-03-24T17:00")
        .doesNotContain("2026-03-30T09:00-2026-03-30T17:00");
  }

  @Test
  void oneDateIsChangedOrSkippedAndTheOthersStay() {
    weeks.publish();
    weeks.plan =
        plan(
            DayOfWeek.MONDAY,
            "09:00",
            "17:00",
            LocalDate.of(2026, 3, 2),
            null,
            List.of(
                new ChangedDate(FIRST, null, null),
                new ChangedDate(SECOND, MinuteOfDay.parse("13:00"), MinuteOfDay.parse("18:00"))));
    weeks.publish();

    assertThat(weeks.times())
        .startsWith("2026-03-30T13:00-2026-03-30T18:00", "2026-04-06T09:00-2026-04-06T17:00");
  }

  @Test
  void aChangedDateStaysWhenThePlanDoesNotCountOnItAnyMore() {
    var changed =
        List.of(new ChangedDate(SECOND, MinuteOfDay.parse("13:00"), MinuteOfDay.parse("18:00")));
    weeks.plan = plan(DayOfWeek.MONDAY, "09:00", "17:00", LocalDate.of(2026, 3, 2), null, changed);
    weeks.publish();
    weeks.plan = plan(DayOfWeek.MONDAY, "09:00", "17:00", LocalDate.of(2026, 3, 2), FIRST, changed);

    assertThat(weeks.publish().kept()).hasSize(1);
    assertThat(weeks.times())
        .containsExactly("2026-03-23T09:00-2026-03-23T17:00", "2026-03-30T13:00-2026-03-30T18:00");
  }

  @Test
  void whatIsWithdrawnIsClosedButForWhatIsInUseOrByHand() {
    weeks.publish();
    weeks.visit(FIRST, range(FIRST, 9, 10));
    weeks.byHand(SECOND, range(SECOND, 11, 12));

    assertThat(weeks.withdraw().kept())
        .extracting(Kept::because)
        .containsExactly(Kept.Reason.IN_USE, Kept.Reason.CHANGED_BY_HAND);
    assertThat(weeks.published).containsOnlyKeys(FIRST, SECOND);
  }
}
