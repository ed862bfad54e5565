package io.daysheet.desktop.remote;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// Asks where a visit could go.
@FunctionalInterface
public interface FreeSlots {

  /// At which times a doctor could see the patient of a visit instead, the visit's own included.
  ///
  /// @param from and to: dates of the hospital's calendar, both included
  Request free(
      Appointment visit,
      DoctorId doctor,
      LocalDate from,
      LocalDate to,
      Consumer<Outcome<List<Slot>>> then);
}
