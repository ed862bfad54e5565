package io.daysheet.desktop.board;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import org.jspecify.annotations.Nullable;

/// One thing that is different on the board now. Each names a single card, band or figure, so that
/// a screen paints that and nothing else; only [Loaded] asks for a new start.
public sealed interface BoardNews {

  /// Another day, another hospital, or another frame of it (hours, doctors): paint everything anew.
  /// A reload of the day that is shown comes as single news instead.
  record Loaded(BoardDay day) implements BoardNews {}

  /// An availability is there, or is in another state than before.
  ///
  /// @param replaces the id of the pending one that this one was until now; else null
  record AvailabilityShown(
      BoardAvailability availability, @Nullable AvailabilityId replaces, Origin origin)
      implements BoardNews {}

  /// An availability has left the board.
  record AvailabilityGone(AvailabilityId id, Origin origin) implements BoardNews {}

  /// An appointment is there, moved, or is in another state than before.
  ///
  /// @param replaces the id of the pending one that this one was until now; else null
  record AppointmentShown(
      BoardAppointment appointment, @Nullable AppointmentId replaces, Origin origin)
      implements BoardNews {}

  /// An appointment has left the board: cancelled, moved to another date, or taken back.
  record AppointmentGone(AppointmentId id, Origin origin) implements BoardNews {}

  /// A slot is held, or is held for longer than before.
  record HoldShown(BoardHold hold, Origin origin) implements BoardNews {}

  /// A hold has left the board: given back, booked, or over.
  record HoldGone(HoldId id, Origin origin) implements BoardNews {}

  /// A doctor is away, or at another time than before.
  record TimeOffShown(TimeOff timeOff, Origin origin) implements BoardNews {}

  /// An absence has left the board.
  record TimeOffGone(TimeOffId id, Origin origin) implements BoardNews {}

  /// The starts at which the shortest visit fits into the doctor's day, past ones included; what is
  /// being saved counts as taken.
  record FreeStartsChanged(DoctorId doctor, FreeStarts free) implements BoardNews {}

  /// How many writes of this desk wait for their answer.
  record PendingChanged(int writes) implements BoardNews {}

  /// A write of this desk did not come about and no form is open to say so; what it showed has been
  /// taken back already.
  record WriteRefused(Write write, Refusal refusal) implements BoardNews {}

  /// The day that was asked for can't be shown: the hospital is not there any more, say.
  record LoadRefused(Refusal refusal) implements BoardNews {}

  /// Whether the desk hears the server.
  record ConnectionChanged(Connection connection) implements BoardNews {}
}
