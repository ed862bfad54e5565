package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Slot;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.RescheduleAppointment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// What somebody asks of the server who looks after visits that can't stay as they are.
public interface RebookingServer {

  Request hospitals(Consumer<Outcome<List<Hospital>>> then);

  Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then);

  /// The visits of a hospital that need attention, soonest first.
  Request needingAttention(HospitalId hospital, Consumer<Outcome<List<Appointment>>> then);

  /// At which times a doctor could see somebody instead of a visit.
  ///
  /// @param from and to: dates of the hospital's calendar, both included
  Request free(
      Appointment visit,
      DoctorId doctor,
      LocalDate from,
      LocalDate to,
      Consumer<Outcome<List<Slot>>> then);

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
