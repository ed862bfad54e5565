package io.daysheet.schedule;

import io.daysheet.time.DayGrid;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The slot kernel: which starts of a doctor's day are free.
///
/// A day is one bit per start of its grid. Each availability sets the run of starts from which a
/// visit fits into it, each occupied range clears the run that would run into it, so the cost is
/// one step a range however fine the grid. Nothing is asked of the zone: the grid has done that.
public final class Slots {

  private Slots() {}

  /// The free starts of one doctor's date.
  ///
  /// A visit fits wholly into **one** of `available`; two that touch don't make one.
  ///
  /// @param length elapsed time of the visit
  /// @param buffer elapsed time after it that must be free of other visits, too
  /// @param available ranges in which the doctor can be booked
  /// @param occupied what takes the doctor's time, each with its own buffer already behind it
  public static FreeStarts free(
      DayGrid grid,
      Duration length,
      Duration buffer,
      List<TimeRange> available,
      List<TimeRange> occupied) {
    long[] words = new long[(grid.size() + 63) >>> 6];
    long seconds = length.toSeconds();
    for (TimeRange range : available) {
      long from = ceil(range.start());
      long until = range.end().getEpochSecond() - seconds;
      set(words, grid.firstAtOrAfter(from), grid.firstAtOrAfter(until + 1));
    }
    long blocked = seconds + buffer.toSeconds();
    for (TimeRange range : occupied) {
      long from = range.start().getEpochSecond() - blocked;
      clear(words, grid.firstAtOrAfter(from + 1), grid.firstAtOrAfter(ceil(range.end())));
    }
    return new FreeStarts(grid, words);
  }

  private static long ceil(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }

  private static void set(long[] words, int from, int until) {
    for (int i = from; i < until; i = nextWord(i)) {
      words[i >>> 6] |= run(i, until);
    }
  }

  static void clear(long[] words, int from, int until) {
    for (int i = from; i < until; i = nextWord(i)) {
      words[i >>> 6] &= ~run(i, until);
    }
  }

  private static int nextWord(int i) {
    return (i | 63) + 1;
  }

  /// The bits of `i`'s word from `i` up to, not including, `until`.
  private static long run(int i, int until) {
    long high = -1L << (i & 63);
    return until >= nextWord(i) ? high : high & ((1L << (until & 63)) - 1);
  }
}
