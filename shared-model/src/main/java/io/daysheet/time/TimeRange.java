package io.daysheet.time;

import java.time.Duration;
import java.time.Instant;

/// A half-open range of instants, `[start, end)`: it holds its start and not its end, so ranges
/// that touch do not overlap. Lengths are elapsed time, whatever a wall clock does meanwhile.
public record TimeRange(Instant start, Instant end) {

  /// Refuses an empty or backward range.
  public TimeRange {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a range ends after it starts: " + start + " to " + end);
    }
  }

  public static TimeRange of(Instant start, Duration length) {
    return new TimeRange(start, start.plus(length));
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean contains(TimeRange other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  public boolean overlaps(TimeRange other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public boolean touches(TimeRange other) {
    return end.equals(other.start) || other.end.equals(start);
  }

  /// The same range with `buffer` added behind its end.
  public TimeRange extendedBy(Duration buffer) {
    return buffer.isZero() ? this : new TimeRange(start, end.plus(buffer));
  }
}
