package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.RescheduleAppointment;
import java.util.List;
import java.util.function.Consumer;

/// What somebody asks of the server who looks after visits that can't stay as they are.
public interface RebookingServer extends FreeSlots {

  Request hospitals(Consumer<Outcome<List<Hospital>>> then);

  Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then);

  /// The visits of a hospital that need attention, soonest first.
  Request needingAttention(HospitalId hospital, Consumer<Outcome<List<Appointment>>> then);

  /// Moves the version that is given.
  Request reschedule(
      Appointment visit,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then);

  /// Cancels the version that is given.
  Request cancel(
      Appointment visit,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then);
}
