package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.RebookingServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Slot;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.RescheduleAppointment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// A server of visits that need attention; it answers writes when the test says so.
final class QuietRebooking implements RebookingServer {

  static final Instant START = Instant.parse("2026-03-20T09:00:00Z");

  final Map<DoctorId, List<Instant>> free = new HashMap<>();
  final List<RescheduleAppointment> moved = new ArrayList<>();
  final List<CancelAppointment> cancelled = new ArrayList<>();
  final List<CommandKey> keys = new ArrayList<>();
  List<Appointment> needing = List.of();
  boolean answers = true;
  private Consumer<Outcome<Appointment>> write = _ -> {};

  static Appointment visit(int number, String family, String... attention) {
    return visit(number, family, 1, attention);
  }

  static Appointment visit(int number, String family, int version, String... attention) {
    Instant start = START.plus(Duration.ofHours(number));
    return new Appointment(
        new AppointmentId(new UUID(4, number)),
        Clinic.ID,
        Clinic.LINDQVIST.id(),
        new PatientId(new UUID(3, number)),
        new PatientSummary("Zofia", family, LocalDate.of(1987, 5, 14)),
        start,
        start.plus(Duration.ofHours(1)),
        "FOLLOW_UP",
        AppointmentStatus.SCHEDULED,
        null,
        null,
        null,
        null,
        List.of(attention),
        version);
  }

  void done(Appointment now) {
    write.accept(new Outcome.Done<>(now));
  }

  void refuse(String code) {
    write.accept(new Outcome.Refused<>(409, code, List.of()));
  }

  void stale(Appointment now) {
    write.accept(new Outcome.Stale<>(now));
  }

  void lose() {
    write.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    then.accept(new Outcome.Done<>(List.of(Clinic.HOSPITAL)));
    return () -> {};
  }

  @Override
  public Request doctors(HospitalId hospital, Consumer<Outcome<List<Doctor>>> then) {
    then.accept(new Outcome.Done<>(Clinic.DOCTORS));
    return () -> {};
  }

  @Override
  public Request needingAttention(HospitalId hospital, Consumer<Outcome<List<Appointment>>> then) {
    then.accept(answers ? new Outcome.Done<>(needing) : new Outcome.Unknown<>(Cause.NO_ANSWER));
    return () -> {};
  }

  @Override
  public Request free(
      Appointment visit,
      DoctorId doctor,
      LocalDate from,
      LocalDate to,
      Consumer<Outcome<List<Slot>>> then) {
    then.accept(
        answers
            ? new Outcome.Done<>(
                free.getOrDefault(doctor, List.of()).stream()
                    .map(start ->
                        new Slot(
                            visit.hospitalId(),
                            doctor,
                            start,
                            start.plus(Duration.ofHours(1)),
                            Slot.Status.AVAILABLE,
                            null))
                    .toList())
            : new Outcome.Unknown<>(Cause.NO_ANSWER));
    return () -> {};
  }

  @Override
  public Request reschedule(
      Appointment visit,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    moved.add(command);
    return write(key, then);
  }

  @Override
  public Request cancel(
      Appointment visit,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    cancelled.add(command);
    return write(key, then);
  }

  private Request write(CommandKey key, Consumer<Outcome<Appointment>> then) {
    keys.add(key);
    write = then;
    return () -> write = _ -> {};
  }
}
