package io.daysheet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.time.DayGrid;
import io.daysheet.time.SlotGrid;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 19);
  private static final Duration HOUR = Duration.ofHours(1);

  private static Instant at(String time) {
    return Instant.parse("2026-03-19T" + time + ":00+01:00");
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(at(start), at(end));
  }

  private static FreeStarts free(int grid, List<TimeRange> available, List<TimeRange> occupied) {
    return Slots.free(
        DayGrid.of(DAY, BERLIN, new SlotGrid(grid)), HOUR, Duration.ZERO, available, occupied);
  }

  @Test
  void aVisitHasToEndByTheEndOfTheAvailability() {
    assertThat(free(60, List.of(range("09:00", "12:00")), List.of()).stream())
        .containsExactly(at("09:00"), at("10:00"), at("11:00"));
    assertThat(free(60, List.of(range("09:00", "11:30")), List.of()).stream())
        .containsExactly(at("09:00"), at("10:00"));
  }

  @Test
  void touchingVisitsLeaveTheSlotBetweenThemFree() {
    assertThat(
            free(
                60,
                List.of(range("09:00", "12:00")),
                List.of(range("09:00", "10:00"), range("11:00", "12:00")))
                .stream())
        .containsExactly(at("10:00"));
  }

  @Test
  void onAHalfHourGridTheNeighboursOfAnHourDisappear() {
    assertThat(
            free(30, List.of(range("09:00", "13:00")), List.of(range("10:30", "11:30"))).stream())
        .containsExactly(at("09:00"), at("09:30"), at("11:30"), at("12:00"));
  }

  @Test
  void aVisitOffTheGridDoesNotShiftTheLaterStarts() {
    assertThat(
            free(60, List.of(range("09:00", "13:00")), List.of(range("09:40", "10:10"))).stream())
        .containsExactly(at("11:00"), at("12:00"));
  }

  @Test
  void twoAvailabilitiesThatTouchDoNotMakeOne() {
    assertThat(
            free(30, List.of(range("09:00", "10:30"), range("10:30", "12:00")), List.of()).stream())
        .containsExactly(at("09:00"), at("09:30"), at("10:30"), at("11:00"));
  }

  @Test
  void aStartThatEqualsNowIsPast() {
    FreeStarts free = free(60, List.of(range("09:00", "12:00")), List.of());

    assertThat(free.after(at("10:00")).stream()).containsExactly(at("11:00"));
    assertThat(free.after(at("10:00").minusNanos(1)).stream())
        .containsExactly(at("10:00"), at("11:00"));
    assertThat(free.from(at("10:00")).count()).isEqualTo(2);
    assertThat(free.nextFrom(at("10:01"))).contains(at("11:00"));
    assertThat(free.nextFrom(at("11:01"))).isEmpty();
    assertThat(free.contains(at("10:00"))).isTrue();
    assertThat(free.contains(at("10:30"))).isFalse();
  }

  @Test
  void bothOnesOfTheHourThatHappensTwiceCanBeBookedOnce() {
    var date = LocalDate.of(2026, 10, 25);
    var night =
        new TimeRange(
            Instant.parse("2026-10-25T01:00:00+02:00"), Instant.parse("2026-10-25T04:00:00+01:00"));
    var grid = DayGrid.of(date, BERLIN, new SlotGrid(60));
    var firstTwo = TimeRange.of(Instant.parse("2026-10-25T02:00:00+02:00"), HOUR);

    FreeStarts free = Slots.free(grid, HOUR, Duration.ZERO, List.of(night), List.of(firstTwo));

    assertThat(free.stream().map(i -> i.atZone(BERLIN).toOffsetDateTime().toString().substring(11)))
        .containsExactly("01:00+02:00", "02:00+01:00", "03:00+01:00");
  }

  /// A date where a hospital is.
  record Day(ZoneId zone, LocalDate date) {

    static Day of(String zone, String date) {
      return new Day(ZoneId.of(zone), LocalDate.parse(date));
    }
  }

  /// Plain days, and days on which the clock changes: by night, at midnight, by half an hour.
  @Provide
  Arbitrary<Day> days() {
    return Arbitraries.of(
        Day.of("Europe/Berlin", "2026-03-19"),
        Day.of("Europe/Berlin", "2026-03-29"),
        Day.of("Europe/Berlin", "2026-10-25"),
        Day.of("America/St_Johns", "2026-03-08"),
        Day.of("America/St_Johns", "2026-11-01"),
        Day.of("Australia/Lord_Howe", "2026-10-04"),
        Day.of("Australia/Lord_Howe", "2026-04-05"),
        Day.of("Pacific/Chatham", "2026-09-27"),
        Day.of("Pacific/Chatham", "2026-04-05"),
        Day.of("Asia/Beirut", "2026-03-29"),
        Day.of("Asia/Beirut", "2026-10-24"),
        Day.of("America/Havana", "2026-11-01"),
        Day.of("Asia/Kathmandu", "2026-03-19"));
  }

  @Property(tries = 2000)
  void theKernelFindsWhatTheNaiveLoopFinds(
      @ForAll("days") Day day,
      @ForAll("grids") int minutes,
      @ForAll("lengths") int length,
      @ForAll @IntRange(max = 4) int bufferFives,
      @ForAll long seed) {
    LocalDate date = day.date();
    ZoneId zone = day.zone();
    var grid = new SlotGrid(minutes);
    var random = new Random(seed);
    var available = ranges(random, date, zone, 4, 400);
    var occupied = ranges(random, date, zone, 12, 90);
    var buffer = Duration.ofMinutes(bufferFives * 5L);

    assertThat(
            Slots.free(
                DayGrid.of(date, zone, grid),
                Duration.ofMinutes(length),
                buffer,
                available,
                occupied)
                .stream())
        .containsExactlyElementsOf(
            NaiveSlots.free(
                date, zone, grid, Duration.ofMinutes(length), buffer, available, occupied));
  }

  @Provide
  Arbitrary<Integer> grids() {
    return Arbitraries.of(5, 10, 15, 20, 30, 45, 60);
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.of(15, 20, 30, 45, 60, 90, 120);
  }

  /// Ranges to the second, some of them reaching over the date's ends.
  private static List<TimeRange> ranges(
      Random random, LocalDate date, ZoneId zone, int most, int minutes) {
    Instant midnight = date.atStartOfDay(zone).toInstant();
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(i -> {
          long start = (random.nextInt(28 * 12) - 24) * 300L + ragged(random);
          long length = 300L * (1 + random.nextInt(minutes / 5)) + ragged(random);
          return TimeRange.of(midnight.plusSeconds(start), Duration.ofSeconds(length));
        })
        .toList();
  }

  /// Now and then some seconds more than the grid would have.
  private static long ragged(Random random) {
    return random.nextBoolean() ? 0 : random.nextInt(300);
  }
}
