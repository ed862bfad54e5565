package io.daysheet.desktop.hospitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.StatedHours;
import io.daysheet.time.OperatingHours;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayHoursTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9-17                    | 09:00-17:00
          09:00–12:00, 13:00–17:00 | 09:00-12:00 13:00-17:00
          9-12 13-17              | 09:00-12:00 13:00-17:00
          8.30 – 12; 1330-18      | 08:30-12:00 13:30-18:00
          24 h                    | 00:00-24:00
          24                      | 00:00-24:00
          22-24                   | 22:00-24:00
          ''                      | ''
          """)
  void hoursAreReadAsPeopleTypeThem(String typed, String hours) {
    assertThat(DayHours.parse(DayOfWeek.TUESDAY, typed).map(DayHoursTest::said)).contains(hours);
  }

  private static String said(List<StatedHours> hours) {
    return hours.stream().map(h -> h.open() + "-" + h.close()).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "9-", "nine to five", "9-17-19", "9-25", "9-12,"})
  void whatIsNoTimeIsNotRead(String typed) {
    assertThat(DayHours.parse(DayOfWeek.MONDAY, typed)).isEmpty();
  }

  @Test
  void aWeekIsSaidInOneLine() {
    var weekdays =
        List.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
    var week = new WeekWording(Messages.beside(WeekWording.class));

    assertThat(week.hours(OperatingHours.on(weekdays, "09:00", "17:00")))
        .isEqualTo("Mon–Fri 09:00–17:00");
    assertThat(week.hours(OperatingHours.daily("00:00", "24:00"))).isEqualTo("Mon–Sun 24 h");
    assertThat(week.hours(new OperatingHours(List.of()))).isEqualTo("Never open");
  }

  @Test
  void aZoneIsFoundByItsCityAndNotOfferedOnceItIsThere() {
    assertThat(ZoneField.find("warsaw")).containsExactly("Europe/Warsaw");
    assertThat(ZoneField.find("new york").getFirst()).isEqualTo("America/New_York");
    assertThat(ZoneField.find("Europe/Warsaw")).isEmpty();
    assertThat(ZoneField.find("w")).isEmpty();
  }
}
