package io.daysheet.desktop.day;

import io.daysheet.desktop.day.Block.Held;
import io.daysheet.desktop.day.Block.Visit;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;

/// What lies at one place of the board, and so what a click or Enter there means.
public sealed interface SlotChoice {
  DoctorId doctor();

  /// The row of the grid, or the whole card.
  TimeRange range();

  /// Empty time: an availability can be made here.
  record EmptyTime(DoctorId doctor, TimeRange range) implements SlotChoice {}

  /// A free start of an availability: a visit can be booked here.
  record FreeSlot(DoctorId doctor, Availability availability, TimeRange range)
      implements SlotChoice {}

  /// A visit's card.
  record OnVisit(DoctorId doctor, Visit visit) implements SlotChoice {
    @Override
    public TimeRange range() {
      return visit.during();
    }
  }

  /// A hold's card.
  record OnHold(DoctorId doctor, Held held) implements SlotChoice {
    @Override
    public TimeRange range() {
      return held.during();
    }
  }

  /// Nothing can be done here, and why.
  record Nothing(DoctorId doctor, TimeRange range, Reason reason) implements SlotChoice {}

  /// Why nothing can be done at a place.
  enum Reason {
    PAST,
    DOCTOR_AWAY,
    TOO_SHORT
  }
}
