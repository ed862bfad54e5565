package io.daysheet.desktop.plans;

import static io.daysheet.desktop.plans.QuietWeeks.MONDAY;
import static io.daysheet.desktop.plans.QuietWeeks.off;
import static io.daysheet.desktop.plans.QuietWeeks.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.plans.DoctorWeek.Absence;
import io.daysheet.desktop.plans.DoctorWeek.Block;
import io.daysheet.desktop.plans.DoctorWeek.Kind;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DoctorWeekTest {

  private static final Hospital ABROAD =
      new Hospital(
          new HospitalId(new UUID(1, 2)),
          "Night Clinic",
          ZoneId.of("America/New_York"),
          Clinic.HOSPITAL.location(),
          Clinic.HOSPITAL.operatingHours(),
          List.of(),
          Clinic.HOSPITAL.policy(),
          true,
          1);

  private static DoctorWeek week(List<WeeklyPlan> plans, List<TimeOff> away) {
    return week(MONDAY, plans, away);
  }

  private static DoctorWeek week(LocalDate monday, List<WeeklyPlan> plans, List<TimeOff> away) {
    return new DoctorWeek(
        Clinic.HOSPITAL,
        Map.of(Clinic.ID, Clinic.HOSPITAL, ABROAD.id(), ABROAD),
        monday,
        plans,
        away);
  }

  private static WeeklyPlan with(WeeklyPlan plan, HospitalId hospital, ChangedDate... changed) {
    return new WeeklyPlan(
        plan.id(),
        hospital,
        plan.doctorId(),
        plan.day(),
        plan.start(),
        plan.end(),
        plan.validFrom(),
        plan.validUntil(),
        List.of(changed),
        plan.version());
  }

  @Test
  void eachDateHasItsPlansFromTheFirstOn() {
    WeeklyPlan late = plan(1, DayOfWeek.MONDAY, "14:00", "17:00");
    WeeklyPlan early = plan(2, DayOfWeek.MONDAY, "09:00", "12:00");
    DoctorWeek week = week(List.of(late, early), List.of());

    assertThat(week.blocks(MONDAY)).extracting(Block::plan).containsExactly(early, late);
    assertThat(week.blocks(MONDAY.plusDays(1))).isEmpty();
    assertThat(week.blockAt(MONDAY, MinuteOfDay.parse("14:00")).orElseThrow().plan())
        .isEqualTo(late);
    assertThat(week.blockAt(MONDAY, MinuteOfDay.parse("12:00"))).isEmpty();
  }

  @Test
  void aDateOfItsOwnIsShownAsWhatItIs() {
    var changed = new ChangedDate(MONDAY, MinuteOfDay.parse("10:00"), MinuteOfDay.parse("11:00"));
    WeeklyPlan plan =
        with(
            plan(1, DayOfWeek.MONDAY, "09:00", "12:00"),
            Clinic.ID,
            changed,
            new ChangedDate(MONDAY.plusWeeks(1), null, null));

    assertThat(week(List.of(plan), List.of()).blocks(MONDAY))
        .containsExactly(
            new Block(
                plan,
                MONDAY,
                MinuteOfDay.parse("10:00"),
                MinuteOfDay.parse("11:00"),
                Kind.CHANGED));
    assertThat(week(MONDAY.plusWeeks(1), List.of(plan), List.of()).blocks(MONDAY.plusWeeks(1)))
        .extracting(Block::kind)
        .containsExactly(Kind.SKIPPED);
  }

  @Test
  void whatIsPlannedInAnotherZoneStandsAtTheTimesOfThisOne() {
    // 18:00–21:00 in New York is 23:00–02:00 in Berlin in the weeks before its summer time:
    // New York has changed its clock already
    WeeklyPlan plan = with(plan(1, DayOfWeek.MONDAY, "18:00", "21:00"), ABROAD.id());
    DoctorWeek week = week(List.of(plan), List.of());

    assertThat(week.blocks(MONDAY))
        .containsExactly(
            new Block(
                plan, MONDAY, MinuteOfDay.parse("23:00"), MinuteOfDay.END_OF_DAY, Kind.ELSEWHERE));
    assertThat(week.blocks(MONDAY.plusDays(1)))
        .containsExactly(
            new Block(
                plan,
                MONDAY.plusDays(1),
                MinuteOfDay.MIDNIGHT,
                MinuteOfDay.parse("02:00"),
                Kind.ELSEWHERE));
    assertThat(week.first()).isEqualTo(MinuteOfDay.MIDNIGHT);
    assertThat(week.last()).isEqualTo(MinuteOfDay.END_OF_DAY);
    assertThat(week.isPlanned()).isFalse();
  }

  @Test
  void anAbsenceIsCutIntoItsDates() {
    TimeOff off = off(1, MONDAY.plusDays(6), MONDAY.plusDays(8), TimeOff.Reason.CME);
    DoctorWeek week = week(List.of(), List.of(off));

    assertThat(week.absences(MONDAY.plusDays(6)))
        .containsExactly(new Absence(off, MinuteOfDay.MIDNIGHT, MinuteOfDay.END_OF_DAY));
    assertThat(week.absences(MONDAY.plusDays(5))).isEmpty();
  }

  @Test
  void theScaleHoldsTheOpeningHoursAndWhatIsPlanned() {
    DoctorWeek week = week(List.of(plan(1, DayOfWeek.MONDAY, "07:30", "20:15")), List.of());

    assertThat(week.first()).isEqualTo(MinuteOfDay.parse("07:00"));
    assertThat(week.last()).isEqualTo(MinuteOfDay.parse("21:00"));
  }
}
