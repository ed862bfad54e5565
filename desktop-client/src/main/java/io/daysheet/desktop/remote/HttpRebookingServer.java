package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Slot;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.Page;
import io.daysheet.wire.RescheduleAppointment;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import tools.jackson.core.type.TypeReference;

/// The visits that need attention, over REST.
public final class HttpRebookingServer implements RebookingServer {

  private static final TypeReference<Page<Hospital>> HOSPITALS = new TypeReference<>() {};
  private static final TypeReference<Page<Doctor>> DOCTORS = new TypeReference<>() {};
  private static final TypeReference<Page<Appointment>> VISITS = new TypeReference<>() {};
  private static final TypeReference<Appointment> VISIT = new TypeReference<>() {};
  private static final TypeReference<Page<Slot>> SLOTS = new TypeReference<>() {};

  private final Calls calls;

  public HttpRebookingServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return new AllPages<>(calls, calls.api("hospitals"), HOSPITALS, then).start();
  }

  @Override
  public Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then) {
    HttpUrl.Builder url = calls.api("doctors").addQueryParameter("hospital", hospital.toString());
    return new AllPages<>(calls, url, DOCTORS, then).start();
  }

  @Override
  public Request needingAttention(HospitalId hospital, Consumer<Outcome<List<Appointment>>> then) {
    HttpUrl.Builder url = calls.api("rebooking").addQueryParameter("hospital", hospital.toString());
    return new AllPages<>(calls, url, VISITS, then).start();
  }

  @Override
  public Request free(
      Appointment visit,
      DoctorId doctor,
      LocalDate from,
      LocalDate to,
      Consumer<Outcome<List<Slot>>> then) {
    HttpUrl.Builder url =
        calls
            .api("slots")
            .addQueryParameter("doctor", doctor.toString())
            .addQueryParameter("hospital", visit.hospitalId().toString())
            .addQueryParameter("from", from.toString())
            .addQueryParameter("to", to.toString())
            .addQueryParameter("type", visit.type())
            .addQueryParameter("visit", visit.id().toString());
    return new AllPages<>(calls, url, SLOTS, then).start();
  }

  @Override
  public Request reschedule(
      Appointment visit,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return change(visit, "reschedule", command, key, then);
  }

  @Override
  public Request cancel(
      Appointment visit,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return change(visit, "cancel", command, key, then);
  }

  private Request change(
      Appointment visit,
      String verb,
      Object command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    okhttp3.Request request =
        calls
            .post("appointments/" + visit.id() + "/" + verb, command, key)
            .header("If-Match", Calls.version(visit.version()))
            .build();
    return calls.send(request, VISIT, then);
  }
}
