package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.Patient;
import io.daysheet.rule.BookingRules;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.rule.Surroundings;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.time.StatedTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The slot that a form is about: whose, when, and against which day it is checked.
///
/// @param otherDay the day it lies on as it was when last asked for; null: the board's, as it is
record BookingSlot(Doctor doctor, Instant start, @Nullable DaySchedule otherDay) {

  List<Violation> check(
      Board board,
      Hospital hospital,
      @Nullable Patient patient,
      AppointmentType type,
      @Nullable RoomId room,
      Instant now) {
    var wish =
        new ProposedBooking(
            hospital, doctor, patient, StatedTime.of(start), type.length(), type, room);
    return BookingRules.check(wish, around(board), now);
  }

  boolean isAt(Alternative other) {
    return start.equals(other.start()) && doctor.id().equals(other.doctor().id());
  }

  /// What lies around it, on whichever day that is.
  Surroundings around(Board board) {
    return otherDay == null
        ? board.around(null)
        : new Surroundings(
            otherDay.availabilities(),
            otherDay.appointments(),
            otherDay.holds().stream().filter(hold -> !board.isOwn(hold)).toList(),
            otherDay.timeOff(),
            otherDay.rooms());
  }
}
