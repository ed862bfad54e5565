package io.daysheet.desktop.day;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import java.time.Instant;
import java.util.List;

/// What keys and mouse do to visits, and to the time that they stand in: who knows the rules and
/// asks the server.
public interface VisitCommands {

  /// The patient is here; what is in the way is told.
  void checkIn(Appointment visit);

  /// Asks why, and cancels then.
  void cancel(SlotChoice.OnVisit visit);

  /// Shows the availability in which a place lies, to change it or to remove it.
  void arrange(SlotChoice place);

  /// Takes back the last move or cancellation, while it can be.
  void undo();

  /// Begins to move a visit; what is in the way of that is told.
  void takeUp(Block.Visit visit);

  /// The first thing that is in the way there, in words; empty if nothing is.
  String whyNot(Appointment visit, DoctorId doctor, Instant start);

  /// The starts at which a visit can't be with that doctor.
  List<Instant> forbidden(Appointment visit, DoctorId doctor, List<Instant> starts);

  /// Moves it, or tells why not; onto its own place nothing has to be done.
  ///
  /// @return whether it is done with
  boolean move(Appointment visit, DoctorId doctor, Instant start);
}
