package io.daysheet.desktop.day;

import java.time.Duration;
import java.time.Instant;

/// Time to pixels and back: the one place that knows how high an hour is.
///
/// Pixels are whole and counted from opening; an elapsed hour is equally high on every day, also on
/// one whose clock changes.
interface TimeAxis {
  /// Where an instant is; outside the hours it is the nearer edge.
  double y(Instant instant);

  /// What is at a height.
  Instant at(double y);

  /// The axis of `[opens, closes)` over a height.
  static TimeAxis over(BoardHours hours, double height) {
    double seconds = Math.max(1, Duration.between(hours.opens(), hours.closes()).toSeconds());
    return new TimeAxis() {
      @Override
      public double y(Instant instant) {
        double passed = Duration.between(hours.opens(), instant).toMillis() / 1000.0;
        return Math.rint(Math.clamp(passed / seconds, 0, 1) * height);
      }

      @Override
      public Instant at(double y) {
        return hours.opens().plusMillis((long) (Math.clamp(y / height, 0, 1) * seconds * 1000));
      }
    };
  }
}
