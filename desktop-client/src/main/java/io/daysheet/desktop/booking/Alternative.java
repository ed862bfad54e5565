package io.daysheet.desktop.booking;

import io.daysheet.hospital.Doctor;
import io.daysheet.schedule.DaySchedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A free slot that suits a visit whose own was taken.
///
/// @param otherDay the day it lies on, if that is not the board's
public record Alternative(Doctor doctor, Instant start, Kind kind, @Nullable DaySchedule otherDay) {

  /// How it differs from the slot that was wanted.
  public enum Kind {
    SAME_DOCTOR,
    SAME_TIME,
    OTHER,
    ANOTHER_DAY
  }
}
