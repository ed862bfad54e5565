package io.daysheet.rule;

import static io.daysheet.rule.Clinic.DOCTOR;
import static io.daysheet.rule.Clinic.HOSPITAL;
import static io.daysheet.rule.Clinic.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OperatingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanRulesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

  private static WeeklyPlan plan(String start, String end, LocalDate from, @Nullable LocalDate to) {
    return new WeeklyPlan(
        new WeeklyPlanId(new UUID(0, 9)),
        HOSPITAL.id(),
        DOCTOR.id(),
        DayOfWeek.MONDAY,
        MinuteOfDay.parse(start),
        MinuteOfDay.parse(end),
        from,
        to,
        List.of(),
        1);
  }

  private static List<String> codes(WeeklyPlan plan) {
    return PlanRules.check(plan, HOSPITAL, DOCTOR).stream().map(Violation::code).toList();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          09:00, 17:00, ''
          09:00, 19:00, ''
          08:00, 17:00, outside-operating-hours
          09:00, 20:00, outside-operating-hours
          09:30, 17:00, off-grid
          09:00, 09:30, off-grid too-short
          17:00, 09:00, too-short
          09:00, 09:00, too-short
          00:00, 24:00, outside-operating-hours
          """)
  void aPlanKeepsToTheWeekThatTheHospitalHas(String start, String end, String expected) {
    assertThat(String.join(" ", codes(plan(start, end, MONDAY, null)))).isEqualTo(expected);
  }

  @Test
  void itIsLookedAtOnADateOfTwentyFourHours() {
    var night = Clinic.hospital(BookingPolicy.hourly(), OperatingHours.daily("00:00", "24:00"));
    var sunday =
        new WeeklyPlan(
            new WeeklyPlanId(new UUID(0, 9)),
            HOSPITAL.id(),
            DOCTOR.id(),
            DayOfWeek.SUNDAY,
            MinuteOfDay.parse("02:00"),
            MinuteOfDay.parse("03:00"),
            LocalDate.of(2026, 3, 29),
            null,
            List.of(),
            1);
    // on that very date the clock skips the whole of it
    assertThat(PlanRules.check(sunday, night, DOCTOR)).isEmpty();
  }

  @Test
  void aClosureOfASingleDateIsNoReasonToRefuseIt() {
    assertThat(codes(plan("09:00", "17:00", LocalDate.of(2026, 5, 1), null))).isEmpty();
  }

  @Test
  void itEndsAfterItBeginsAndWithinTheCalendar() {
    assertThat(codes(plan("09:00", "17:00", MONDAY, MONDAY))).isEmpty();
    assertThat(
            PlanRules.check(plan("09:00", "17:00", MONDAY, MONDAY.minusDays(1)), HOSPITAL, DOCTOR))
        .containsExactly(new Violation.InvalidValue("validUntil", Violation.Expected.LATER_DATE));
    assertThat(codes(plan("09:00", "17:00", LocalDate.MAX, null))).containsExactly("invalid-value");
    assertThat(codes(plan("09:00", "17:00", MONDAY, LocalDate.MAX)))
        .containsExactly("invalid-value");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(
            PlanRules.check(
                    plan("08:30", "20:00", MONDAY, null),
                    Clinic.closedDown(),
                    Clinic.doctor(3, false))
                .stream()
                .map(Violation::code))
        .containsExactly("inactive", "inactive", "off-grid", "outside-operating-hours");
  }

  private static List<String> codes(@Nullable String start, @Nullable String end, LocalDate date) {
    var off =
        new TimeOff(
            new TimeOffId(new UUID(0, 7)),
            DOCTOR.id(),
            at("2026-03-30T16:00"),
            at("2026-03-31T00:00"),
            TimeOff.Reason.CME,
            1);
    return PlanRules.check(
            new ChangedDate(
                date,
                start == null ? null : MinuteOfDay.parse(start),
                end == null ? null : MinuteOfDay.parse(end)),
            plan("09:00", "17:00", LocalDate.of(2026, 3, 2), null),
            HOSPITAL,
            DOCTOR,
            List.of(Clinic.open("2026-03-30T09:00", "2026-03-30T10:00")),
            List.of(off),
            Clinic.NOW)
        .stream()
        .map(Violation::code)
        .toList();
  }

  @Test
  void aChangedDateKeepsToAllThatAnAvailabilityKeepsTo() {
    LocalDate date = LocalDate.of(2026, 3, 30);
    assertThat(codes("10:00", "16:00", date)).isEmpty();
    assertThat(codes("09:00", "16:00", date)).containsExactly("availability-overlap");
    assertThat(codes("10:00", "17:00", date)).containsExactly("on-time-off");
    assertThat(codes("10:30", "20:00", date))
        .containsExactly("off-grid", "outside-operating-hours", "on-time-off");
    assertThat(codes("16:00", "10:00", date)).containsExactly("too-short");
  }

  @Test
  void onlyADateOfThePlanThatLiesAheadCanBeChanged() {
    assertThat(codes(null, null, LocalDate.of(2026, 3, 30))).isEmpty();
    assertThat(codes(null, null, LocalDate.of(2026, 3, 31))).containsExactly("invalid-value");
    assertThat(codes(null, null, LocalDate.of(2026, 3, 16))).containsExactly("in-the-past");
    assertThat(codes("10:00", "11:00", LocalDate.of(2026, 3, 16))).containsExactly("in-the-past");
    assertThat(codes("10:00", "11:00", LocalDate.of(2026, 2, 23))).containsExactly("invalid-value");
  }

  @Test
  void aTimeThatTheClockSkipsIsRefusedForASingleDate() {
    var night = Clinic.hospital(BookingPolicy.hourly(), OperatingHours.daily("00:00", "24:00"));
    var sunday =
        new WeeklyPlan(
            new WeeklyPlanId(new UUID(0, 9)),
            HOSPITAL.id(),
            DOCTOR.id(),
            DayOfWeek.SUNDAY,
            MinuteOfDay.parse("00:00"),
            MinuteOfDay.parse("06:00"),
            LocalDate.of(2026, 3, 1),
            null,
            List.of(),
            1);
    assertThat(
            PlanRules.check(
                    new ChangedDate(
                        LocalDate.of(2026, 3, 29),
                        MinuteOfDay.parse("02:00"),
                        MinuteOfDay.parse("05:00")),
                    sunday,
                    night,
                    DOCTOR,
                    List.of(),
                    List.of(),
                    Clinic.NOW)
                .stream()
                .map(Violation::code))
        .containsExactly("nonexistent-local-time");
  }
}
