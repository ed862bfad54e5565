package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Appointment;
import io.daysheet.wire.ChangePatient;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.MergePatient;
import io.daysheet.wire.MergedPatient;
import io.daysheet.wire.Page;
import io.daysheet.wire.RegisterPatient;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Patients' records over REST.
public final class HttpPatientServer implements PatientServer {

  private static final int PAGE_SIZE = 50;
  private static final TypeReference<Page<Patient>> PATIENTS = new TypeReference<>() {};
  private static final TypeReference<Patient> PATIENT = new TypeReference<>() {};
  private static final TypeReference<Page<Appointment>> VISITS = new TypeReference<>() {};
  private static final TypeReference<Page<Doctor>> DOCTORS = new TypeReference<>() {};
  private static final TypeReference<Page<Hospital>> HOSPITALS = new TypeReference<>() {};
  private static final TypeReference<MergedPatient> MERGED = new TypeReference<>() {};

  private final Calls calls;

  public HttpPatientServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
  }

  @Override
  public Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then) {
    return calls.send(Calls.get(search(query, limit).build()), PATIENTS, then);
  }

  @Override
  public Request patients(
      String query, @Nullable String after, Consumer<Outcome<Page<Patient>>> then) {
    HttpUrl.Builder url = search(query, PAGE_SIZE);
    if (after != null) {
      url.addQueryParameter("after", after);
    }
    return calls.send(Calls.get(url.build()), PATIENTS, then);
  }

  private HttpUrl.Builder search(String query, int limit) {
    return calls
        .api("patients")
        .addQueryParameter("query", query)
        .addQueryParameter("limit", Integer.toString(limit));
  }

  @Override
  public Request visits(Patient patient, Consumer<Outcome<List<Appointment>>> then) {
    return new AllPages<>(
            calls, calls.api("patients/" + patient.id() + "/appointments"), VISITS, then)
        .start();
  }

  @Override
  public Request doctors(Consumer<Outcome<List<Doctor>>> then) {
    return new AllPages<>(calls, calls.api("doctors"), DOCTORS, then).start();
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return new AllPages<>(calls, calls.api("hospitals"), HOSPITALS, then).start();
  }

  @Override
  public Request duplicates(FindDuplicates question, Consumer<Outcome<List<LikelySame>>> then) {
    return new HttpDuplicates(calls).duplicates(question, then);
  }

  @Override
  public Request register(
      RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    return calls.send(calls.post("patients", command, key).build(), PATIENT, then);
  }

  @Override
  public Request change(
      Patient patient, ChangePatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    return calls.send(
        calls.put("patients/" + patient.id(), patient.version(), command, key).build(),
        PATIENT,
        then);
  }

  @Override
  public Request merge(
      Patient patient,
      MergePatient command,
      CommandKey key,
      Consumer<Outcome<MergedPatient>> then) {
    okhttp3.Request request =
        calls
            .post("patients/" + patient.id() + "/merge", command, key)
            .header("If-Match", Calls.version(patient.version()))
            .build();
    return calls.send(request, MERGED, then);
  }
}
