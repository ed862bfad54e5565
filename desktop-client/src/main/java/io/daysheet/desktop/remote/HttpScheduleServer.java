package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
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
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The server over REST. Answers are read on virtual threads and told on the desk's executor.
public final class HttpScheduleServer implements ScheduleServer {

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final String PAGE_SIZE = "200";

  private static final TypeReference<Page<Hospital>> HOSPITALS = new TypeReference<>() {};
  private static final TypeReference<Page<Doctor>> DOCTORS = new TypeReference<>() {};
  private static final TypeReference<Page<Patient>> PATIENTS = new TypeReference<>() {};
  private static final TypeReference<Patient> PATIENT = new TypeReference<>() {};
  private static final TypeReference<DaySchedule> DAY_SCHEDULE = new TypeReference<>() {};
  private static final TypeReference<Availability> AVAILABILITY = new TypeReference<>() {};
  private static final TypeReference<Appointment> APPOINTMENT = new TypeReference<>() {};

  private final ServerAddress address;
  private final Executor executor;
  private final JsonMapper json = WireJson.lenientMapper();
  private final Answers answers = new Answers(json);

  public HttpScheduleServer(ServerAddress address, Executor executor) {
    this.address = address;
    this.executor = executor;
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return new AllPages<>(address.api("hospitals"), HOSPITALS, then).start();
  }

  @Override
  public Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then) {
    HttpUrl.Builder url = address.api("doctors").addQueryParameter("hospital", hospital.toString());
    return new AllPages<>(url, DOCTORS, then).start();
  }

  @Override
  public Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then) {
    HttpUrl url =
        address
            .api("patients")
            .addQueryParameter("query", query)
            .addQueryParameter("limit", Integer.toString(limit))
            .build();
    return send(get(url), PATIENTS, then);
  }

  @Override
  public Request patient(PatientId id, Consumer<Outcome<Patient>> then) {
    return send(get(address.api("patients/" + id).build()), PATIENT, then);
  }

  @Override
  public Request registerPatient(
      RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    return send(post("patients", command, key).build(), PATIENT, then);
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
    return send(get(url), DAY_SCHEDULE, then);
  }

  @Override
  public Request createAvailability(
      CreateAvailability command, CommandKey key, Consumer<Outcome<Availability>> then) {
    return send(post("availabilities", command, key).build(), AVAILABILITY, then);
  }

  @Override
  public Request removeAvailability(
      Availability availability, CommandKey key, Consumer<Outcome<Availability>> then) {
    okhttp3.Request request =
        keyed(address.api("availabilities/" + availability.id()).build(), key)
            .header("If-Match", version(availability.version()))
            .delete()
            .build();
    // Nothing is in the answer: what was removed is what was asked for.
    return send(request, response -> removed(response, availability), then);
  }

  private Outcome<Availability> removed(Response response, Availability availability)
      throws IOException {
    return response.isSuccessful()
        ? new Outcome.Done<>(availability)
        : answers.read(response, AVAILABILITY);
  }

  @Override
  public Request book(
      BookAppointment command, CommandKey key, Consumer<Outcome<Appointment>> then) {
    return send(post("appointments", command, key).build(), APPOINTMENT, then);
  }

  @Override
  public Request appointment(AppointmentId id, Consumer<Outcome<Appointment>> then) {
    return send(get(address.api("appointments/" + id).build()), APPOINTMENT, then);
  }

  @Override
  public Request cancel(
      Appointment appointment,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    okhttp3.Request request =
        post("appointments/" + appointment.id() + "/cancel", command, key)
            .header("If-Match", version(appointment.version()))
            .build();
    return send(request, APPOINTMENT, then);
  }

  @Override
  public Request ping(Consumer<Outcome<Duration>> then) {
    return send(
        get(address.readiness()),
        response ->
            response.isSuccessful()
                ? new Outcome.Done<>(
                    Duration.ofMillis(
                        response.receivedResponseAtMillis() - response.sentRequestAtMillis()))
                : new Outcome.Unknown<>(Cause.UNAVAILABLE),
        then);
  }

  private static String version(int version) {
    return "\"" + version + "\"";
  }

  private static okhttp3.Request get(HttpUrl url) {
    return new okhttp3.Request.Builder().url(url).build();
  }

  private static okhttp3.Request.Builder keyed(HttpUrl url, CommandKey key) {
    return new okhttp3.Request.Builder().url(url).header("Idempotency-Key", key.value().toString());
  }

  private okhttp3.Request.Builder post(String path, Object command, CommandKey key) {
    return keyed(address.api(path).build(), key)
        .post(RequestBody.create(json.writeValueAsBytes(command), JSON));
  }

  private <T> Request send(
      okhttp3.Request request, TypeReference<T> type, Consumer<Outcome<T>> then) {
    return send(request, response -> answers.read(response, type), then);
  }

  private <T> Request send(okhttp3.Request request, Reader<T> reader, Consumer<Outcome<T>> then) {
    Call call = address.client().newCall(request);
    Delivery delivery = new Delivery(executor, call);
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException cause) {
            delivery.deliver(() -> then.accept(new Outcome.Unknown<>(BrokenLine.cause(cause))));
          }

          @Override
          public void onResponse(Call answered, Response response) {
            Outcome<T> outcome = read(response, reader);
            delivery.deliver(() -> then.accept(outcome));
          }
        });
    return delivery;
  }

  private static <T> Outcome<T> read(Response response, Reader<T> reader) {
    try (response) {
      return reader.read(response);
    } catch (IOException cut) {
      return new Outcome.Unknown<>(Cause.NO_ANSWER);
    }
  }

  @FunctionalInterface
  private interface Reader<T> {
    Outcome<T> read(Response response) throws IOException;
  }

  /// A list that is short enough to have whole: one page after the other.
  private final class AllPages<T> {
    private final HttpUrl.Builder url;
    private final TypeReference<Page<T>> page;
    private final Consumer<Outcome<List<T>>> then;
    private final List<T> items = new ArrayList<>();
    private @Nullable Request current;

    AllPages(HttpUrl.Builder url, TypeReference<Page<T>> page, Consumer<Outcome<List<T>>> then) {
      this.url = url.setQueryParameter("limit", PAGE_SIZE);
      this.page = page;
      this.then = then;
    }

    Request start() {
      ask();
      return () -> {
        if (current != null) {
          current.cancel();
        }
      };
    }

    private void ask() {
      current = send(get(url.build()), page, this::answered);
    }

    private void answered(Outcome<Page<T>> outcome) {
      switch (outcome) {
        case Outcome.Done<Page<T>>(Page<T> answered) -> {
          items.addAll(answered.items());
          if (answered.next() == null) {
            then.accept(new Outcome.Done<>(List.copyOf(items)));
          } else {
            url.setQueryParameter("after", answered.next());
            ask();
          }
        }
        case Outcome.Refused<Page<T>>(int status, String code, var violations) ->
            then.accept(new Outcome.Refused<>(status, code, violations));
        case Outcome.Stale<Page<T>> _ -> then.accept(new Outcome.Unknown<>(Cause.BROKEN));
        case Outcome.Unknown<Page<T>>(Cause cause) -> then.accept(new Outcome.Unknown<>(cause));
      }
    }
  }
}
