package io.daysheet.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatingHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration AGES = Duration.ofDays(365_000_000L);
  private static final LocalDate MONDAY_16 = LocalDate.of(2026, 3, 16);

  private static OpeningHours interval(DayOfWeek day, String open, String close) {
    return new OpeningHours(day, MinuteOfDay.parse(open), MinuteOfDay.parse(close));
  }

  private static TimeRange range(String start, String end, ZoneId zone) {
    return new TimeRange(
        LocalDateTime.parse(start).atZone(zone).toInstant(),
        LocalDateTime.parse(end).atZone(zone).toInstant());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-16T18:00, 2026-03-16T19:00, true
          2026-03-16T18:30, 2026-03-16T19:30, false
          2026-03-16T08:30, 2026-03-16T09:30, false
          2026-03-16T09:00, 2026-03-16T19:00, true
          2026-03-16T19:00, 2026-03-16T20:00, false
          """)
  void aRangeEndsByClosing(String start, String end, boolean covered) {
    assertThat(OperatingHours.daily("09:00", "19:00").cover(range(start, end, BERLIN), BERLIN))
        .isEqualTo(covered);
  }

  @Test
  void aLunchBreakIsClosed() {
    var hours =
        new OperatingHours(
            List.of(interval(MONDAY, "13:00", "18:00"), interval(MONDAY, "09:00", "12:00")));

    assertThat(hours.cover(range("2026-03-16T11:00", "2026-03-16T12:00", BERLIN), BERLIN)).isTrue();
    assertThat(hours.cover(range("2026-03-16T11:30", "2026-03-16T13:30", BERLIN), BERLIN))
        .isFalse();
    assertThat(hours.on(MONDAY_16, BERLIN)).hasSize(2);
    assertThat(hours.on(MONDAY_16.plusDays(1), BERLIN)).isEmpty();
  }

  @Test
  void intervalsThatTouchInADayJoin() {
    var hours =
        new OperatingHours(
            List.of(interval(MONDAY, "09:00", "12:00"), interval(MONDAY, "12:00", "18:00")));

    assertThat(hours.on(MONDAY_16, BERLIN))
        .containsExactly(range("2026-03-16T09:00", "2026-03-16T18:00", BERLIN));
  }

  @Test
  void aNightClinicIsOpenOverMidnight() {
    var hours =
        new OperatingHours(
            List.of(interval(MONDAY, "22:00", "24:00"), interval(TUESDAY, "00:00", "06:00")));

    assertThat(hours.cover(range("2026-03-16T22:00", "2026-03-17T02:00", BERLIN), BERLIN)).isTrue();
    assertThat(hours.cover(range("2026-03-17T05:00", "2026-03-17T07:00", BERLIN), BERLIN))
        .isFalse();
    assertThat(hours.cover(range("2026-03-17T22:00", "2026-03-18T02:00", BERLIN), BERLIN))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "Australia/Lord_Howe", "Pacific/Chatham", "Asia/Beirut"})
  void aHospitalThatNeverClosesIsOpenThroughEveryClockChange(String name) {
    var zone = ZoneId.of(name);
    var hours = OperatingHours.daily("00:00", "24:00");
    var year =
        new TimeRange(
            LocalDate.of(2026, 1, 1).atStartOfDay(zone).toInstant(),
            LocalDate.of(2027, 1, 1).atStartOfDay(zone).toInstant());

    assertThat(hours.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), zone))
        .containsExactly(year);
    assertThat(hours.cover(year, zone)).isTrue();
  }

  @Test
  @Timeout(value = 5, threadMode = ThreadMode.SEPARATE_THREAD)
  void aRangeOfAgesIsAnsweredAtOnce() {
    var ages = TimeRange.of(MONDAY_16.atTime(9, 0).atZone(BERLIN).toInstant(), AGES);

    assertThat(OperatingHours.daily("00:00", "24:00").cover(ages, BERLIN)).isTrue();
    assertThat(OperatingHours.daily("00:00", "23:59").cover(ages, BERLIN)).isFalse();
    assertThat(OperatingHours.daily("09:00", "19:00").around(ages, BERLIN)).hasSize(17);
  }

  @Test
  void whoClosesOnceAWeekIsOpenUntilThen() {
    var days = List.of(TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY);
    var hours = OperatingHours.on(days, "00:00", "24:00");

    assertThat(hours.cover(range("2026-03-17T00:00", "2026-03-23T00:00", BERLIN), BERLIN)).isTrue();
    assertThat(hours.cover(range("2026-03-17T00:00", "2026-03-23T00:01", BERLIN), BERLIN))
        .isFalse();
  }

  @Test
  void openingHoursOnTheDayOfAClockChangeLastTheirElapsedTime() {
    var hours = new OperatingHours(List.of(interval(SUNDAY, "01:00", "04:00")));

    assertThat(hours.on(LocalDate.of(2026, 3, 29), BERLIN).getFirst().length())
        .isEqualTo(Duration.ofHours(2));
    assertThat(hours.on(LocalDate.of(2026, 10, 25), BERLIN).getFirst().length())
        .isEqualTo(Duration.ofHours(4));
  }

  @Test
  void hoursThatLieInASkippedHourDoNotOpenThatDay() {
    var hours = new OperatingHours(List.of(interval(SUNDAY, "02:00", "03:00")));

    assertThat(hours.on(LocalDate.of(2026, 3, 29), BERLIN)).isEmpty();
  }

  @Test
  void hoursThatBeginInASkippedHourOpenWhenItIsOver() {
    var hours = new OperatingHours(List.of(interval(SUNDAY, "02:30", "05:00")));

    assertThat(hours.on(LocalDate.of(2026, 3, 29), BERLIN))
        .containsExactly(range("2026-03-29T03:00", "2026-03-29T05:00", BERLIN));
  }

  @Test
  void overlappingAndBackwardHoursAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> interval(MONDAY, "10:00", "10:00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new OperatingHours(
                List.of(interval(MONDAY, "09:00", "12:00"), interval(MONDAY, "11:00", "13:00"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9:00", "24:01", "25:00", "12:60", "", "12:00:00"})
  void onlyRealTimesOfDayAreRead(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> MinuteOfDay.parse(text));
  }

  @Test
  void midnightAtTheEndOfTheDayIsWritten2400() {
    assertThat(MinuteOfDay.parse("24:00")).hasToString("24:00").isEqualTo(MinuteOfDay.END_OF_DAY);
    assertThat(MinuteOfDay.parse("00:05")).hasToString("00:05");
  }
}
