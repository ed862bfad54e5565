package io.daysheet.desktop.records;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.PatientServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.wire.ChangePatient;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.MergePatient;
import io.daysheet.wire.MergedPatient;
import io.daysheet.wire.Page;
import io.daysheet.wire.RegisterPatient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A server of patients that answers when the test says so.
final class QuietPatients implements PatientServer {

  static final Patient ZOFIA = patient(1, "Zofia", "Kowalska", "100234");
  static final Patient TWIN = patient(2, "Zofia", "Kowalska-Nowak", "100977");

  final List<String> asked = new ArrayList<>();
  final List<RegisterPatient> registered = new ArrayList<>();
  final List<ChangePatient> changed = new ArrayList<>();
  final List<FindDuplicates> questions = new ArrayList<>();
  final List<String> merged = new ArrayList<>();
  final List<CommandKey> keys = new ArrayList<>();
  private Consumer<Outcome<Page<Patient>>> search = _ -> {};
  private Consumer<Outcome<List<Appointment>>> visits = _ -> {};
  private Consumer<Outcome<List<LikelySame>>> duplicates = _ -> {};
  private Consumer<Outcome<Patient>> write = _ -> {};
  private Consumer<Outcome<MergedPatient>> merge = _ -> {};

  static Patient patient(int number, String given, String family, String mrn) {
    return new Patient(
        new PatientId(new UUID(3, number)),
        mrn,
        given,
        family,
        LocalDate.of(1987, 5, 14),
        "+48 22 555 01 0" + number,
        null,
        new Insurance("Aetna", "W" + mrn),
        null,
        ContactPreferences.NONE,
        true,
        null,
        1);
  }

  static Appointment visit(int number, Patient patient, Instant start, AppointmentStatus status) {
    return new Appointment(
        new AppointmentId(new UUID(4, number)),
        Clinic.ID,
        new DoctorId(new UUID(2, 1)),
        patient.id(),
        patient.summary(),
        start,
        start.plus(Duration.ofHours(1)),
        "FOLLOW_UP",
        status,
        null,
        null,
        null,
        null,
        List.of(),
        1);
  }

  void find(@Nullable String next, Patient... patients) {
    search.accept(new Outcome.Done<>(new Page<>(List.of(patients), next)));
  }

  void failToFind() {
    search.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void visits(Appointment... all) {
    visits.accept(new Outcome.Done<>(List.of(all)));
  }

  void likely(Patient... patients) {
    duplicates.accept(
        new Outcome.Done<>(
            List.of(patients).stream()
                .map(each -> new LikelySame(each, List.of(LikelySame.Trait.NAME_AND_BIRTH_DATE)))
                .toList()));
  }

  void sayNothingOfDuplicates() {
    duplicates.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  void write(Patient patient) {
    write.accept(new Outcome.Done<>(patient));
  }

  void stale(Patient current) {
    write.accept(new Outcome.Stale<>(current));
  }

  void refuse(Violation... violations) {
    write.accept(new Outcome.Refused<>(409, "refused-code", List.of(violations)));
  }

  void merge(MergedPatient result) {
    merge.accept(new Outcome.Done<>(result));
  }

  void refuseToMerge(String code, Violation... violations) {
    merge.accept(new Outcome.Refused<>(409, code, List.of(violations)));
  }

  void loseTheMerge() {
    merge.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  @Override
  public Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then) {
    return patients(query, null, then);
  }

  @Override
  public Request patients(
      String query, @Nullable String after, Consumer<Outcome<Page<Patient>>> then) {
    asked.add(query + (after == null ? "" : " after " + after));
    search = then;
    return () -> search = _ -> {};
  }

  @Override
  public Request visits(Patient patient, Consumer<Outcome<List<Appointment>>> then) {
    visits = then;
    return () -> visits = _ -> {};
  }

  @Override
  public Request doctors(Consumer<Outcome<List<Doctor>>> then) {
    then.accept(new Outcome.Done<>(Clinic.DOCTORS));
    return () -> {};
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    then.accept(new Outcome.Done<>(List.of(Clinic.HOSPITAL)));
    return () -> {};
  }

  @Override
  public Request duplicates(FindDuplicates question, Consumer<Outcome<List<LikelySame>>> then) {
    questions.add(question);
    duplicates = then;
    return () -> duplicates = _ -> {};
  }

  @Override
  public Request register(
      RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    registered.add(command);
    return write(key, then);
  }

  @Override
  public Request change(
      Patient patient, ChangePatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    changed.add(command);
    return write(key, then);
  }

  private Request write(CommandKey key, Consumer<Outcome<Patient>> then) {
    keys.add(key);
    write = then;
    return () -> write = _ -> {};
  }

  @Override
  public Request merge(
      Patient patient,
      MergePatient command,
      CommandKey key,
      Consumer<Outcome<MergedPatient>> then) {
    merged.add(patient.id() + " into " + command.into());
    keys.add(key);
    merge = then;
    return () -> merge = _ -> {};
  }
}
