package io.daysheet.desktop.booking;

import io.daysheet.hospital.Doctor;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A free slot that suits a visit whose own was taken.
///
/// @param otherDay the day it lies on, if that is not the board's
public record Alternative(Doctor doctor, Instant start, Kind kind, @Nullable DaySchedule otherDay) {

  TimeRange during(Duration length) {
    return TimeRange.of(start, length);
  }

  /// How it differs from the slot that was wanted.
  public enum Kind {
    SAME_DOCTOR,
    SAME_TIME,
    OTHER,
    ANOTHER_DAY
  }
}
