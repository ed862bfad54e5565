package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
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
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import tools.jackson.core.type.TypeReference;

/// The server over REST. Answers are read on virtual threads and told on the desk's executor.
public final class HttpScheduleServer implements ScheduleServer {

  private static final TypeReference<Page<Hospital>> HOSPITALS = new TypeReference<>() {};
  private static final TypeReference<Page<Doctor>> DOCTORS = new TypeReference<>() {};
  private static final TypeReference<Page<Patient>> PATIENTS = new TypeReference<>() {};
  private static final TypeReference<Patient> PATIENT = new TypeReference<>() {};
  private static final TypeReference<DaySchedule> DAY_SCHEDULE = new TypeReference<>() {};
  private static final TypeReference<Availability> AVAILABILITY = new TypeReference<>() {};
  private static final TypeReference<Appointment> APPOINTMENT = new TypeReference<>() {};
  private static final TypeReference<Page<AppointmentEvent>> EVENTS = new TypeReference<>() {};
  private static final TypeReference<Hold> HOLD = new TypeReference<>() {};
  private static final TypeReference<HoldId> HOLD_ID = new TypeReference<>() {};

  private final ServerAddress address;
  private final Calls calls;

  public HttpScheduleServer(ServerAddress address, Executor executor) {
    this.address = address;
    this.calls = new Calls(address, executor);
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return new AllPages<>(calls, address.api("hospitals"), HOSPITALS, then).start();
  }

  @Override
  public Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then) {
    HttpUrl.Builder url = address.api("doctors").addQueryParameter("hospital", hospital.toString());
    return new AllPages<>(calls, url, DOCTORS, then).start();
  }

  @Override
  public Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then) {
    HttpUrl url =
        address
            .api("patients")
            .addQueryParameter("query", query)
            .addQueryParameter("limit", Integer.toString(limit))
            .build();
    return calls.send(Calls.get(url), PATIENTS, then);
  }

  @Override
  public Request patient(PatientId id, Consumer<Outcome<Patient>> then) {
    return calls.send(Calls.get(address.api("patients/" + id).build()), PATIENT, then);
  }

  @Override
  public Request duplicates(FindDuplicates question, Consumer<Outcome<List<LikelySame>>> then) {
    return new HttpDuplicates(calls).duplicates(question, then);
  }

  @Override
  public Request registerPatient(
      RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    return calls.send(calls.post("patients", command, key).build(), PATIENT, then);
  }

  @Override
  public Request schedule(
      HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then) {
    HttpUrl url =
        address
            .api("schedule")
            .addQueryParameter("hospital", hospital.toString())
            .addQueryParameter("date", date.toString())
            .build();
    return calls.send(Calls.get(url), DAY_SCHEDULE, then);
  }

  @Override
  public Request createAvailability(
      CreateAvailability command, CommandKey key, Consumer<Outcome<Availability>> then) {
    return calls.send(calls.post("availabilities", command, key).build(), AVAILABILITY, then);
  }

  @Override
  public Request removeAvailability(
      Availability availability, CommandKey key, Consumer<Outcome<Availability>> then) {
    okhttp3.Request request =
        Calls.keyed(address.api("availabilities/" + availability.id()).build(), key)
            .header("If-Match", Calls.version(availability.version()))
            .delete()
            .build();
    // Nothing is in the answer: what was removed is what was asked for.
    return calls.send(request, AVAILABILITY, availability, then);
  }

  @Override
  public Request book(
      BookAppointment command, CommandKey key, Consumer<Outcome<Appointment>> then) {
    return calls.send(calls.post("appointments", command, key).build(), APPOINTMENT, then);
  }

  @Override
  public Request appointment(AppointmentId id, Consumer<Outcome<Appointment>> then) {
    return calls.send(Calls.get(address.api("appointments/" + id).build()), APPOINTMENT, then);
  }

  @Override
  public Request cancel(
      Appointment appointment,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return verb(appointment, AppointmentStep.CANCEL.verb(), calls.body(command), key, then);
  }

  @Override
  public Request reschedule(
      Appointment appointment,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return verb(appointment, "reschedule", calls.body(command), key, then);
  }

  @Override
  public Request step(
      Appointment appointment,
      AppointmentStep step,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return verb(appointment, step.verb(), RequestBody.EMPTY, key, then);
  }

  private Request verb(
      Appointment appointment,
      String verb,
      RequestBody body,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    HttpUrl url = address.api("appointments/" + appointment.id() + "/" + verb).build();
    okhttp3.Request request =
        Calls.keyed(url, key)
            .header("If-Match", Calls.version(appointment.version()))
            .post(body)
            .build();
    return calls.send(request, APPOINTMENT, then);
  }

  @Override
  public Request history(AppointmentId id, Consumer<Outcome<List<AppointmentEvent>>> then) {
    return new AllPages<>(calls, address.api("appointments/" + id + "/history"), EVENTS, then)
        .start();
  }

  @Override
  public Request placeHold(PlaceHold command, CommandKey key, Consumer<Outcome<Hold>> then) {
    return calls.send(calls.post("holds", command, key).build(), HOLD, then);
  }

  @Override
  public Request renewHold(HoldId id, Consumer<Outcome<Hold>> then) {
    HttpUrl url = address.api("holds/" + id).build();
    return calls.send(
        new okhttp3.Request.Builder().url(url).put(RequestBody.EMPTY).build(), HOLD, then);
  }

  @Override
  public Request releaseHold(HoldId id, Consumer<Outcome<HoldId>> then) {
    HttpUrl url = address.api("holds/" + id).build();
    return calls.send(new okhttp3.Request.Builder().url(url).delete().build(), HOLD_ID, id, then);
  }

  @Override
  public Request ping(Consumer<Outcome<Duration>> then) {
    return calls.send(
        Calls.get(address.readiness()),
        response ->
            response.isSuccessful()
                ? new Outcome.Done<>(
                    Duration.ofMillis(
                        response.receivedResponseAtMillis() - response.sentRequestAtMillis()))
                : new Outcome.Unknown<>(Cause.UNAVAILABLE),
        then);
  }
}
