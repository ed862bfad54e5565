package io.daysheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.Closure;
import io.daysheet.hospital.StatedHours;
import io.daysheet.hospital.StatedPlace;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.TooLong;
import io.daysheet.time.MinuteOfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HospitalRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/St_Johns", "UTC", "Asia/Kathmandu"})
  void aZoneIsOneOfTheIanas(String zone) {
    assertThat(HospitalRules.timeZone(zone)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+01:00", "Berlin", "europe/berlin", "UTC+1", "", "Z"})
  void anOffsetOrAnythingElseIsNone(String zone) {
    assertThat(HospitalRules.timeZone(zone))
        .containsExactly(new InvalidValue("timeZone", Expected.TIME_ZONE));
  }

  @ParameterizedTest
  @CsvSource({
    "90, 180, 0",
    "-90, -180, 0",
    "90.1, 0, 1",
    "0, -180.5, 1",
    "91, 181, 2",
    "NaN, 0, 1"
  })
  void aPlaceIsOnEarth(double latitude, double longitude, int violations) {
    assertThat(HospitalRules.location(new StatedPlace(latitude, longitude))).hasSize(violations);
  }

  @Test
  void intervalsThatTouchAreFineAlsoOverMidnight() {
    assertThat(
            HospitalRules.operatingHours(
                List.of(
                    hours(DayOfWeek.MONDAY, "08:00", "12:00"),
                    hours(DayOfWeek.MONDAY, "12:00", "24:00"),
                    hours(DayOfWeek.TUESDAY, "00:00", "06:00"))))
        .isEmpty();
    assertThat(HospitalRules.operatingHours(List.of())).isEmpty();
  }

  @Test
  void intervalsCloseAfterTheyOpenAndDontOverlap() {
    assertThat(
            HospitalRules.operatingHours(
                List.of(
                    hours(DayOfWeek.MONDAY, "08:00", "12:00"),
                    hours(DayOfWeek.MONDAY, "11:59", "13:00"),
                    hours(DayOfWeek.TUESDAY, "08:00", "08:00"),
                    hours(DayOfWeek.WEDNESDAY, "22:00", "02:00"),
                    hours(DayOfWeek.THURSDAY, "08:00", "12:00"))))
        .containsExactly(
            new InvalidValue("operatingHours[1]", Expected.OPENING_HOURS),
            new InvalidValue("operatingHours[2]", Expected.OPENING_HOURS),
            new InvalidValue("operatingHours[3]", Expected.OPENING_HOURS));
  }

  @Test
  void eachDateIsClosedOnceAndForAReasonThatFits() {
    LocalDate may = LocalDate.of(2030, 5, 1);

    assertThat(
            HospitalRules.closures(
                List.of(
                    new Closure(may, "Labour Day"),
                    new Closure(may, "again"),
                    new Closure(LocalDate.of(10_000, 1, 1), "far"),
                    new Closure(LocalDate.of(2030, 12, 25), "x".repeat(501)))))
        .containsExactly(
            new InvalidValue("closures[1].date", Expected.ONCE),
            new InvalidValue("closures[2].date", Expected.DATE),
            new TooLong("closures[3].reason", 501, 500));
  }

  private static StatedHours hours(DayOfWeek day, String open, String close) {
    return new StatedHours(day, MinuteOfDay.parse(open), MinuteOfDay.parse(close));
  }
}
