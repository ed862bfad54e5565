package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.Page;
import io.daysheet.wire.RegisterPatient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// What the desk can ask of the server. Each call returns at once; its outcome comes later, once,
/// on the desk's executor, unless the request is cancelled before.
public interface ScheduleServer {

  Request hospitals(Consumer<Outcome<List<Hospital>>> then);

  Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then);

  /// Patients whose names or number begin with the words of `query`, the likeliest first.
  Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then);

  Request patient(PatientId id, Consumer<Outcome<Patient>> then);

  Request registerPatient(RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then);

  Request schedule(HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then);

  Request createAvailability(
      CreateAvailability command, CommandKey key, Consumer<Outcome<Availability>> then);

  /// Removes the version that is given; its answer repeats it.
  Request removeAvailability(
      Availability availability, CommandKey key, Consumer<Outcome<Availability>> then);

  Request book(BookAppointment command, CommandKey key, Consumer<Outcome<Appointment>> then);

  Request appointment(AppointmentId id, Consumer<Outcome<Appointment>> then);

  /// Cancels the version that is given.
  Request cancel(
      Appointment appointment,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then);

  /// Measures how long it takes there and back.
  Request ping(Consumer<Outcome<Duration>> then);
}
