package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.FirstQuestions.FirstDay;
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
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The server for a desk whose [FirstQuestions] are on their way already: it hears those answers
/// instead of asking once more, at once if they have come. Everything else is asked as ever.
public final class AskedAhead implements ScheduleServer {

  private final ScheduleServer server;
  private final FirstQuestions questions;
  private final Executor executor;

  public AskedAhead(ScheduleServer server, FirstQuestions questions, Executor executor) {
    this.server = server;
    this.questions = questions;
    this.executor = executor;
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    Early<Outcome<List<Hospital>>> asked = questions.takeHospitals();
    return asked == null ? server.hospitals(then) : hear(asked, then);
  }

  /// The first day that is asked for is the one that was asked for ahead, or that is of no use.
  @Override
  public Request schedule(
      HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then) {
    FirstDay asked = questions.takeDay();
    return asked != null && asked.hospital().equals(hospital) && asked.date().equals(date)
        ? hear(asked.schedule(), then)
        : server.schedule(hospital, date, then);
  }

  private <T> Request hear(Early<T> answer, Consumer<T> then) {
    AtomicBoolean cancelled = new AtomicBoolean();
    answer.want(outcome ->
        executor.execute(() -> {
          if (!cancelled.get()) {
            then.accept(outcome);
          }
        }));
    return () -> cancelled.set(true);
  }

  @Override
  public Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then) {
    return server.doctors(hospital, then);
  }

  @Override
  public Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then) {
    return server.searchPatients(query, limit, then);
  }

  @Override
  public Request patient(PatientId id, Consumer<Outcome<Patient>> then) {
    return server.patient(id, then);
  }

  @Override
  public Request duplicates(FindDuplicates question, Consumer<Outcome<List<LikelySame>>> then) {
    return server.duplicates(question, then);
  }

  @Override
  public Request registerPatient(
      RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    return server.registerPatient(command, key, then);
  }

  @Override
  public Request createAvailability(
      CreateAvailability command, CommandKey key, Consumer<Outcome<Availability>> then) {
    return server.createAvailability(command, key, then);
  }

  @Override
  public Request removeAvailability(
      Availability availability, CommandKey key, Consumer<Outcome<Availability>> then) {
    return server.removeAvailability(availability, key, then);
  }

  @Override
  public Request book(
      BookAppointment command, CommandKey key, Consumer<Outcome<Appointment>> then) {
    return server.book(command, key, then);
  }

  @Override
  public Request appointment(AppointmentId id, Consumer<Outcome<Appointment>> then) {
    return server.appointment(id, then);
  }

  @Override
  public Request cancel(
      Appointment appointment,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return server.cancel(appointment, command, key, then);
  }

  @Override
  public Request reschedule(
      Appointment appointment,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return server.reschedule(appointment, command, key, then);
  }

  @Override
  public Request step(
      Appointment appointment,
      AppointmentStep step,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return server.step(appointment, step, key, then);
  }

  @Override
  public Request history(AppointmentId id, Consumer<Outcome<List<AppointmentEvent>>> then) {
    return server.history(id, then);
  }

  @Override
  public Request placeHold(PlaceHold command, CommandKey key, Consumer<Outcome<Hold>> then) {
    return server.placeHold(command, key, then);
  }

  @Override
  public Request renewHold(HoldId id, Consumer<Outcome<Hold>> then) {
    return server.renewHold(id, then);
  }

  @Override
  public Request releaseHold(HoldId id, Consumer<Outcome<HoldId>> then) {
    return server.releaseHold(id, then);
  }

  @Override
  public Request ping(Consumer<Outcome<Duration>> then) {
    return server.ping(then);
  }
}
