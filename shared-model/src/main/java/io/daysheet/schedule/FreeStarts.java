package io.daysheet.schedule;

import io.daysheet.time.DayGrid;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The starts of one doctor's date at which a visit can be booked. Immutable.
public final class FreeStarts {

  private final DayGrid grid;
  private final long[] words;

  FreeStarts(DayGrid grid, long[] words) {
    this.grid = grid;
    this.words = words;
  }

  public int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  public boolean contains(Instant start) {
    int i = grid.firstAtOrAfter(start.getEpochSecond());
    return i < grid.size() && isFree(i) && grid.start(i).equals(start);
  }

  /// The first free start at or after `instant`.
  public Optional<Instant> nextFrom(Instant instant) {
    return from(instant).stream().findFirst();
  }

  /// These without the starts that are not **after** `now`: a start equal to now is past.
  public FreeStarts after(Instant now) {
    long[] later = words.clone();
    Slots.clear(later, 0, grid.firstAtOrAfter(now.getEpochSecond() + 1));
    return new FreeStarts(grid, later);
  }

  /// These without the starts before `instant`.
  public FreeStarts from(Instant instant) {
    long[] later = words.clone();
    long first = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    Slots.clear(later, 0, grid.firstAtOrAfter(first));
    return new FreeStarts(grid, later);
  }

  /// In order.
  public Stream<Instant> stream() {
    return IntStream.range(0, grid.size()).filter(this::isFree).mapToObj(grid::start);
  }

  private boolean isFree(int i) {
    return (words[i >>> 6] >>> (i & 63) & 1) != 0;
  }
}
