package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
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
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Page;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.RegisterPatient;
import io.daysheet.wire.RescheduleAppointment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// A server that never answers; a test overrides what it needs.
public class SilentServer implements ScheduleServer {

  private static final Request NOTHING = () -> {};

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return NOTHING;
  }

  @Override
  public Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then) {
    return NOTHING;
  }

  @Override
  public Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then) {
    return NOTHING;
  }

  @Override
  public Request patient(PatientId id, Consumer<Outcome<Patient>> then) {
    return NOTHING;
  }

  @Override
  public Request duplicates(FindDuplicates question, Consumer<Outcome<List<LikelySame>>> then) {
    return NOTHING;
  }

  @Override
  public Request registerPatient(
      RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    return NOTHING;
  }

  @Override
  public Request schedule(
      HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then) {
    return NOTHING;
  }

  @Override
  public Request createAvailability(
      CreateAvailability command, CommandKey key, Consumer<Outcome<Availability>> then) {
    return NOTHING;
  }

  @Override
  public Request removeAvailability(
      Availability availability, CommandKey key, Consumer<Outcome<Availability>> then) {
    return NOTHING;
  }

  @Override
  public Request book(
      BookAppointment command, CommandKey key, Consumer<Outcome<Appointment>> then) {
    return NOTHING;
  }

  @Override
  public Request appointment(AppointmentId id, Consumer<Outcome<Appointment>> then) {
    return NOTHING;
  }

  @Override
  public Request cancel(
      Appointment appointment,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return NOTHING;
  }

  @Override
  public Request reschedule(
      Appointment appointment,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return NOTHING;
  }

  @Override
  public Request step(
      Appointment appointment,
      AppointmentStep step,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return NOTHING;
  }

  @Override
  public Request history(AppointmentId id, Consumer<Outcome<List<AppointmentEvent>>> then) {
    return NOTHING;
  }

  @Override
  public Request placeHold(PlaceHold command, CommandKey key, Consumer<Outcome<Hold>> then) {
    return NOTHING;
  }

  @Override
  public Request renewHold(HoldId id, Consumer<Outcome<Hold>> then) {
    return NOTHING;
  }

  @Override
  public Request releaseHold(HoldId id, Consumer<Outcome<HoldId>> then) {
    return NOTHING;
  }

  @Override
  public Request ping(Consumer<Outcome<Duration>> then) {
    return NOTHING;
  }
}
