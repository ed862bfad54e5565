package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.RegisterPatient;
import io.daysheet.wire.RescheduleAppointment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// What the desk can ask of the server. Each call returns at once; its outcome comes later, once,
/// on the desk's executor, unless the request is cancelled before.
public interface ScheduleServer extends PatientSearch, DuplicateSearch {

  Request hospitals(Consumer<Outcome<List<Hospital>>> then);

  Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then);

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

  /// Moves the version that is given.
  Request reschedule(
      Appointment appointment,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then);

  /// Takes the version that is given a step on; cancelling is another call, since it has a reason.
  Request step(
      Appointment appointment,
      AppointmentStep step,
      CommandKey key,
      Consumer<Outcome<Appointment>> then);

  /// Who did what to a visit, oldest first.
  Request history(AppointmentId id, Consumer<Outcome<List<AppointmentEvent>>> then);

  Request placeHold(PlaceHold command, CommandKey key, Consumer<Outcome<Hold>> then);

  /// Keeps it for longer.
  Request renewHold(HoldId id, Consumer<Outcome<Hold>> then);

  /// Gives the slot back; its answer repeats the id. One that is over has been given back.
  Request releaseHold(HoldId id, Consumer<Outcome<HoldId>> then);

  /// Measures how long it takes there and back.
  Request ping(Consumer<Outcome<Duration>> then);
}
