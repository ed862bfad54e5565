package io.daysheet.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        ZoneId.of("America/Santiago"),
        ZoneId.of("America/Havana"),
        ZoneId.of("America/Nuuk"),
        ZoneId.of("Africa/Casablanca"));
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

  @Property(tries = 300)
  void theStartsAreTheMinutesOfTheDateThatAreOnTheGrid(
      @ForAll("zones") ZoneId zone,
      @ForAll("days") LocalDate date,
      @ForAll @IntRange(min = 5, max = 120) int minutes) {
    var slots = new SlotGrid(minutes);
    var grid = DayGrid.of(date, zone, slots);
    var noonBefore = date.minusDays(1).atTime(12, 0).atZone(zone).toInstant();

    assertThat(IntStream.range(0, grid.size()).mapToObj(grid::start))
        .containsExactlyElementsOf(
            Stream.iterate(noonBefore, minute -> minute.plusSeconds(60))
                .limit(50 * 60)
                .filter(minute -> minute.atZone(zone).toLocalDate().equals(date))
                .filter(minute -> slots.holds(minute, zone))
                .toList());
  }

  /// Any day of 2026, and as often one on which the clock changes somewhere.
  @Provide
  Arbitrary<LocalDate> days() {
    var anyDay = Arbitraries.integers().between(0, 364).map(LocalDate.of(2026, 1, 1)::plusDays);
    return Arbitraries.oneOf(anyDay, Arbitraries.of(clockChanges()));
  }

  private List<LocalDate> clockChanges() {
    return Stream.of(
            "Europe/Berlin",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Asia/Beirut",
            "America/Santiago",
            "America/Nuuk",
            "Africa/Casablanca")
        .map(ZoneId::of)
        .flatMap(zone ->
            Stream.iterate(
                    zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z")),
                    change -> zone.getRules().nextTransition(change.getInstant()))
                .limit(2)
                .map(change -> change.getDateTimeBefore().toLocalDate()))
        .distinct()
        .toList();
  }
}
