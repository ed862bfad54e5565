package io.daysheet.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A hospital's week: for each weekday any number of half-open intervals.
///
/// Intervals that touch join, also over midnight, so a hospital that is open 00:00–24:00 every day
/// never closes and a night clinic's 22:00–24:00 and 00:00–06:00 are one opening.
///
/// @param intervals sorted by day and opening time
public record OperatingHours(@JsonValue List<OpeningHours> intervals) {

  /// Who closes at all closes within this: a clock change can swallow the break of one week, not
  /// that of the next.
  private static final Duration LONGEST_OPENING = Duration.ofDays(16);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OperatingHours {
    intervals =
        intervals.stream()
            .sorted(Comparator.comparing(OpeningHours::day).thenComparing(OpeningHours::open))
            .toList();
    for (int i = 1; i < intervals.size(); i++) {
      var before = intervals.get(i - 1);
      var here = intervals.get(i);
      if (before.day() == here.day() && here.open().compareTo(before.close()) < 0) {
        throw new IllegalArgumentException("opening hours of one day do not overlap");
      }
    }
  }

  /// Open at the same hours every day of the week.
  public static OperatingHours daily(String open, String close) {
    return on(List.of(DayOfWeek.values()), open, close);
  }

  public static OperatingHours on(List<DayOfWeek> days, String open, String close) {
    return new OperatingHours(
        days.stream()
            .map(d -> new OpeningHours(d, MinuteOfDay.parse(open), MinuteOfDay.parse(close)))
            .toList());
  }

  public List<OpeningHours> of(DayOfWeek day) {
    return intervals.stream().filter(i -> i.day() == day).toList();
  }

  /// The openings that begin on `date`, joined where they touch, cut at the date's end.
  public List<TimeRange> on(LocalDate date, ZoneId zone) {
    return between(date, date, zone);
  }

  /// The openings of all dates from `first` to `last` (both included), joined where they touch.
  public List<TimeRange> between(LocalDate first, LocalDate last, ZoneId zone) {
    var joined = new ArrayList<TimeRange>();
    first
        .datesUntil(last.plusDays(1))
        .flatMap(d -> of(d.getDayOfWeek()).stream().flatMap(i -> i.on(d, zone).stream()))
        .forEach(range -> {
          // The clock may skip the break between two intervals, or show its times twice: then they
          // meet or even overlap, and that once there is no break.
          if (!joined.isEmpty() && !joined.getLast().end().isBefore(range.start())) {
            TimeRange before = joined.removeLast();
            range =
                new TimeRange(
                    before.start(), before.end().isAfter(range.end()) ? before.end() : range.end());
          }
          joined.add(range);
        });
    return List.copyOf(joined);
  }

  /// Whether the hospital is open during the whole range.
  public boolean cover(TimeRange range, ZoneId zone) {
    return neverCloses()
        || (range.length().compareTo(LONGEST_OPENING) <= 0
            && around(range, zone).stream().anyMatch(open -> open.contains(range)));
  }

  /// Every minute of the week is in an interval: since those of a day do not overlap, counting
  /// does.
  private boolean neverCloses() {
    return intervals.stream().mapToInt(i -> i.close().minutes() - i.open().minutes()).sum()
        == 7 * MinuteOfDay.END_OF_DAY.minutes();
  }

  /// The openings of the dates that the range lies on; of a very long one, those of its first
  /// weeks.
  public List<TimeRange> around(TimeRange range, ZoneId zone) {
    LocalDate first = range.start().atZone(zone).toLocalDate();
    LocalDate last = range.end().minusNanos(1).atZone(zone).toLocalDate();
    LocalDate latest = first.plusDays(LONGEST_OPENING.toDays());
    return between(first, last.isAfter(latest) ? latest : last, zone);
  }
}
