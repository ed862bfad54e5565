package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.time.MinuteOfDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Days on which the clock changes, at a hospital that is open all night in New York.
class ClockChangeTest {
  static final Hospital HOSPITAL =
      Facts.hospital("Night", "America/New_York", "00:00", "06:00", BookingPolicy.hourly());
  static final LocalDate SPRING = LocalDate.of(2026, 3, 8);
  static final LocalDate AUTUMN = LocalDate.of(2026, 11, 1);
  static final Instant FIRST_ONE = Instant.parse("2026-11-01T05:00:00Z");
  static final Instant SECOND_ONE = Instant.parse("2026-11-01T06:00:00Z");

  @Test
  void theSkippedHourHasNoRow() {
    BoardHours hours = hours(SPRING);

    assertThat(times(hours)).containsExactly("00:00", "01:00", "03:00", "04:00", "05:00");
    assertThat(hours.length()).isEqualTo(5);
  }

  @Test
  void theRepeatedHourHasTwoRows() {
    BoardHours hours = hours(AUTUMN);

    assertThat(times(hours))
        .containsExactly("00:00", "01:00", "01:00", "02:00", "03:00", "04:00", "05:00");
    assertThat(hours.starts()).contains(FIRST_ONE, SECOND_ONE);
    assertThat(hours.length()).isEqualTo(7);
  }

  @Test
  void anElapsedHourIsEquallyHighOnEitherDay() {
    for (LocalDate date : List.of(SPRING, AUTUMN)) {
      BoardHours hours = hours(date);
      TimeAxis axis = TimeAxis.over(hours, hours.length() * 60);

      for (int i = 0; i < hours.starts().size(); i++) {
        assertThat(axis.y(hours.starts().get(i))).isEqualTo(60.0 * i);
        assertThat(axis.at(60.0 * i)).isEqualTo(hours.starts().get(i));
      }
    }
  }

  @Test
  void bothOnesAreOnTheScaleAndToldApart() {
    HospitalClock clock = new HospitalClock(HOSPITAL.timeZone());

    assertThat(TimeScale.text(FIRST_ONE, clock)).isEqualTo("01:00\nEDT");
    assertThat(TimeScale.text(SECOND_ONE, clock)).isEqualTo("01:00\nEST");
    assertThat(TimeScale.fullHours(hours(AUTUMN))).contains(FIRST_ONE, SECOND_ONE).hasSize(7);
    assertThat(TimeScale.fullHours(hours(SPRING))).hasSize(5);
  }

  @Test
  void eachOfBothOnesIsAPlaceOfItsOwn() {
    BoardHours hours = hours(AUTUMN);

    assertThat(hours.rowAt(FIRST_ONE.plusSeconds(1800)))
        .get()
        .extracting("start")
        .isEqualTo(FIRST_ONE);
    assertThat(hours.rowAt(SECOND_ONE.plusSeconds(1800)))
        .get()
        .extracting("start")
        .isEqualTo(SECOND_ONE);
    assertThat(hours.rows()).allMatch(row -> row.length().equals(Duration.ofHours(1)));
  }

  static BoardHours hours(LocalDate date) {
    return BoardHours.of(schedule(date));
  }

  static DaySchedule schedule(LocalDate date) {
    return new DaySchedule(
        HOSPITAL,
        date,
        MinuteOfDay.parse("00:00"),
        MinuteOfDay.parse("06:00"),
        new StreamPosition("e", 1),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> times(BoardHours hours) {
    HospitalClock clock = new HospitalClock(hours.zone());
    return hours.starts().stream().map(clock::time).toList();
  }
}
