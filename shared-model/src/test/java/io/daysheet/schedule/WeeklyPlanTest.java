package io.daysheet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeeklyPlanTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aPlanKeepsItsWallClockTimeWhenTheClockChanges() {
    assertThat(times(plan(DayOfWeek.MONDAY, "09:00", "17:00", null), "2026-03-23", "2026-04-05"))
        .containsExactly(
            "2026-03-23T09:00+01:00[Europe/Berlin]/PT8H",
            "2026-03-30T09:00+02:00[Europe/Berlin]/PT8H");
  }

  @Test
  void theNightInWhichAnHourIsSkippedIsAnHourShorter() {
    assertThat(times(plan(DayOfWeek.SUNDAY, "01:00", "04:00", null), "2026-03-29", "2026-03-29"))
        .containsExactly("2026-03-29T01:00+01:00[Europe/Berlin]/PT2H");
    assertThat(times(plan(DayOfWeek.SUNDAY, "01:00", "04:00", null), "2026-10-25", "2026-10-25"))
        .containsExactly("2026-10-25T01:00+02:00[Europe/Berlin]/PT4H");
  }

  @Test
  void aTimeThatTheClockSkipsWholeIsNoTime() {
    assertThat(times(plan(DayOfWeek.SUNDAY, "02:00", "03:00", null), "2026-03-29", "2026-03-29"))
        .isEmpty();
  }

  @Test
  void aPlanCountsFromItsFirstDateToItsLast() {
    var until = plan(DayOfWeek.MONDAY, "09:00", "17:00", LocalDate.of(2026, 3, 16));

    assertThat(times(until, "2026-01-01", "2026-12-31"))
        .extracting(text -> text.substring(0, 10))
        .containsExactly("2026-03-02", "2026-03-09", "2026-03-16");
    assertThat(until.counts(LocalDate.of(2026, 2, 23))).isFalse();
    assertThat(until.counts(LocalDate.of(2026, 3, 2))).isTrue();
    assertThat(until.counts(LocalDate.of(2026, 3, 3))).isFalse();
    assertThat(until.counts(LocalDate.of(2026, 3, 23))).isFalse();
  }

  @Test
  void aChangedDateLeavesTheOthersAsTheyAre() {
    var plan =
        plan(
            "13:00",
            new ChangedDate(LocalDate.of(2026, 3, 9), null, null),
            new ChangedDate(
                LocalDate.of(2026, 3, 16), MinuteOfDay.parse("10:00"), MinuteOfDay.parse("12:00")));

    assertThat(times(plan, "2026-03-02", "2026-03-23"))
        .containsExactly(
            "2026-03-02T09:00+01:00[Europe/Berlin]/PT4H",
            "2026-03-16T10:00+01:00[Europe/Berlin]/PT2H",
            "2026-03-23T09:00+01:00[Europe/Berlin]/PT4H");
  }

  @Test
  void aPlanMayEndAtMidnight() {
    assertThat(times(plan("24:00"), "2026-03-02", "2026-03-02"))
        .containsExactly("2026-03-02T09:00+01:00[Europe/Berlin]/PT15H");
  }

  private static WeeklyPlan plan(String end, ChangedDate... changed) {
    return plan(DayOfWeek.MONDAY, "09:00", end, null, changed);
  }

  private static WeeklyPlan plan(
      DayOfWeek day, String start, String end, @Nullable LocalDate until, ChangedDate... changed) {
    return new WeeklyPlan(
        new WeeklyPlanId(new UUID(0, 1)),
        new HospitalId(new UUID(0, 2)),
        new DoctorId(new UUID(0, 3)),
        day,
        MinuteOfDay.parse(start),
        MinuteOfDay.parse(end),
        LocalDate.of(2026, 3, 1),
        until,
        List.of(changed),
        1);
  }

  /// Each time as its start on the wall clock and its elapsed length.
  private static List<String> times(WeeklyPlan plan, String first, String last) {
    return plan.between(LocalDate.parse(first), LocalDate.parse(last), BERLIN)
        .map(planned -> planned.during().start().atZone(BERLIN) + "/" + planned.during().length())
        .toList();
  }
}
