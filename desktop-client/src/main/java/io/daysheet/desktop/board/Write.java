package io.daysheet.desktop.board;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;

/// Something that this desk asked the server to write, with what it concerns.
public sealed interface Write {

  /// Books a visit.
  ///
  /// @param expected the appointment as the board shows it until the answer is there
  record Book(Appointment expected) implements Write {}

  /// Cancels a visit, with the reason that staff gave.
  record Cancel(Appointment appointment, String reason) implements Write {}

  /// Takes a visit on to its next status; cancelling is the command above, since it has a reason.
  ///
  /// @param expected as the board shows it until the answer is there
  record Step(Appointment appointment, Appointment expected) implements Write {}

  /// Moves a visit, perhaps to another doctor or another date.
  ///
  /// @param appointment as it was
  /// @param expected as the board shows it until the answer is there
  record Move(Appointment appointment, Appointment expected) implements Write {}

  /// Opens a range for booking.
  ///
  /// @param expected the availability as the board shows it until the answer is there
  record AddAvailability(Availability expected) implements Write {}

  /// Gives a range other times.
  ///
  /// @param expected as the board shows it until the answer is there
  record ChangeAvailability(Availability availability, Availability expected) implements Write {}

  /// Closes a range in which nobody is booked, or whose visits are moved or cancelled with it.
  record RemoveAvailability(Availability availability) implements Write {}
}
