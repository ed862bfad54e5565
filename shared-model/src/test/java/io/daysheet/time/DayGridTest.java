package io.daysheet.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayGridTest {

  private static List<String> clock(String zone, String date, int minutes) {
    var id = ZoneId.of(zone);
    var grid = DayGrid.of(LocalDate.parse(date), id, new SlotGrid(minutes));
    return IntStream.range(0, grid.size())
        .mapToObj(i -> grid.start(i).atZone(id).toOffsetDateTime().toString().substring(11))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Europe/Berlin,        2026-03-19, 60, 24
          Europe/Berlin,        2026-03-29, 60, 23
          Europe/Berlin,        2026-10-25, 60, 25
          Europe/Berlin,        2026-10-25, 30, 50
          America/New_York,     2026-03-08, 60, 23
          Australia/Lord_Howe,  2026-10-04, 60, 23
          Australia/Lord_Howe,  2026-10-04, 30, 47
          Australia/Lord_Howe,  2026-04-05, 30, 49
          Asia/Kathmandu,       2026-03-19, 60, 24
          Pacific/Chatham,      2026-09-27, 60, 23
          Asia/Beirut,          2026-03-29, 60, 23
          Europe/Berlin,        2026-03-19, 45, 32
          """)
  void aDayHasAsManyStartsAsItsWallClockShows(String zone, String date, int minutes, int starts) {
    assertThat(clock(zone, date, minutes)).hasSize(starts);
  }

  @Test
  void theSkippedHourOffersNothing() {
    assertThat(clock("Europe/Berlin", "2026-03-29", 60).subList(0, 4))
        .containsExactly("00:00+01:00", "01:00+01:00", "03:00+02:00", "04:00+02:00");
  }

  @Test
  void theHourThatHappensTwiceOffersBothOfIt() {
    assertThat(clock("Europe/Berlin", "2026-10-25", 60).subList(1, 5))
        .containsExactly("01:00+02:00", "02:00+02:00", "02:00+01:00", "03:00+01:00");
  }

  @Test
  void theMorningAfterAClockChangeStillStartsAtNine() {
    assertThat(clock("Europe/Berlin", "2026-03-30", 60)).contains("09:00+02:00");
    assertThat(clock("Europe/Berlin", "2026-10-26", 60)).contains("09:00+01:00");
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
        ZoneId.of("Europe/Berlin"),
        ZoneId.of("America/St_Johns"),
        ZoneId.of("Australia/Lord_Howe"),
        ZoneId.of("Pacific/Chatham"),
        ZoneId.of("Asia/Kathmandu"),
        ZoneId.of("Asia/Beirut"),
        ZoneId.of("America/Santiago"));
  }

  @Property(tries = 300)
  void theFirstStartAtOrAfterIsTheOneThatASearchFinds(
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(max = 364) int day,
      @ForAll @IntRange(min = -200, max = 90_000) int second) {
    var date = LocalDate.of(2026, 1, 1).plusDays(day);
    var grid = DayGrid.of(date, zone, new SlotGrid(20));
    long at = date.atStartOfDay(zone).toEpochSecond() + second;

    int expected = 0;
    while (expected < grid.size() && grid.start(expected).isBefore(Instant.ofEpochSecond(at))) {
      expected++;
    }
    assertThat(grid.firstAtOrAfter(at)).isEqualTo(expected);
  }

  @Property(tries = 200)
  void everyStartIsOnTheGridOfItsDate(
      @ForAll("zones") ZoneId zone, @ForAll @IntRange(max = 364) int day) {
    var date = LocalDate.of(2026, 1, 1).plusDays(day);
    var grid = DayGrid.of(date, zone, new SlotGrid(30));

    for (int i = 0; i < grid.size(); i++) {
      assertThat(new SlotGrid(30).holds(grid.start(i), zone)).isTrue();
      assertThat(grid.start(i).atZone(zone).toLocalDate()).isEqualTo(date);
    }
  }
}
