package io.daysheet.bench;

import io.daysheet.schedule.NaiveSlots;
import io.daysheet.schedule.Slots;
import io.daysheet.time.DayGrid;
import io.daysheet.time.SlotGrid;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The free starts of one doctor's busy day: two availabilities with lunch between them, ten visits
/// of half an hour, a visit of half an hour is looked for.
///
/// Both answer the same thing, a list of instants, so that the kernel pays for writing out its
/// bits. The kernel's grid is at hand, as it is for a desk, which keeps it for the date that it
/// shows.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class SlotKernelBench {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate DATE = LocalDate.of(2026, 3, 19);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  /// Minutes between two starts.
  @Param({"10", "15", "30"})
  public int grid;

  private final List<TimeRange> available =
      List.of(range("08:00", "12:00"), range("13:00", "19:00"));
  private final List<TimeRange> occupied =
      Stream.of(
              "08:00", "08:30", "09:30", "10:00", "11:30", "13:00", "14:00", "15:30", "16:00",
              "18:00")
          .map(start -> TimeRange.of(at(start), HALF_AN_HOUR))
          .toList();
  private SlotGrid slotGrid = new SlotGrid(60);
  private DayGrid dayGrid = DayGrid.of(DATE, ZONE, slotGrid);

  /// Makes the grid of the parameter, and refuses to measure two things that differ.
  @Setup
  public void sameAnswers() {
    slotGrid = new SlotGrid(grid);
    dayGrid = DayGrid.of(DATE, ZONE, slotGrid);
    if (!kernel().equals(naive())) {
      throw new IllegalStateException("the kernel and the naive loop differ");
    }
  }

  @Benchmark
  public List<Instant> kernel() {
    return Slots.free(dayGrid, HALF_AN_HOUR, Duration.ZERO, available, occupied).stream().toList();
  }

  @Benchmark
  public List<Instant> naive() {
    return NaiveSlots.free(DATE, ZONE, slotGrid, HALF_AN_HOUR, Duration.ZERO, available, occupied);
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(at(start), at(end));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-19T" + time + ":00+01:00");
  }
}
