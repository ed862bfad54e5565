package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.Change;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.RescheduleAppointment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The server's half of the protocol in a few lines: commits with dense numbers, snapshots, replay,
/// pruned history, a restore that changes the epoch, answers that are kept by key.
final class ModelServer {

  final ModelAround around;
  private final World world;
  private final Map<AvailabilityId, Availability> availabilities = new LinkedHashMap<>();
  private final Map<AppointmentId, Appointment> appointments = new LinkedHashMap<>();
  private final List<Change> history = new ArrayList<>();
  private final Map<CommandKey, Outcome<?>> answers = new HashMap<>();
  private final List<Consumer<Change>> sockets = new ArrayList<>();
  private int epoch;
  private long sequence;
  private long ids;

  ModelServer(World world) {
    this.world = world;
    this.around = new ModelAround(world, this::commit);
  }

  StreamPosition position() {
    return new StreamPosition("epoch-" + epoch, sequence);
  }

  DaySchedule day(LocalDate date) {
    TimeRange day = new TimeRange(Clinic.at(date, 0), Clinic.at(date.plusDays(1), 0));
    return new DaySchedule(
        Clinic.HOSPITAL,
        date,
        MinuteOfDay.parse("09:00"),
        MinuteOfDay.parse("19:00"),
        position(),
        around.doctors,
        availabilities.values().stream().filter(a -> a.during().overlaps(day)).toList(),
        appointments.values().stream()
            .filter(a -> a.status() != AppointmentStatus.CANCELLED && a.during().overlaps(day))
            .toList(),
        around.holds(day),
        around.timeOff(day),
        List.of());
  }

  List<Appointment> active() {
    return appointments.values().stream().filter(Appointment::occupiesTime).toList();
  }

  List<Availability> ranges() {
    return List.copyOf(availabilities.values());
  }

  int timesDone(BookAppointment command) {
    return (int)
        appointments.values().stream()
            .filter(a -> a.patientId().equals(command.patientId()))
            .filter(a -> a.start().equals(command.start().toInstant()))
            .filter(a -> Objects.equals(a.reason(), command.reason()))
            .count();
  }

  /// Null: reset.
  @Nullable List<Change> replay(StreamPosition after) {
    if (!after.epoch().equals(position().epoch()) || after.sequence() > sequence) {
      return null;
    }
    if (after.sequence() < sequence
        && (history.isEmpty() || history.getFirst().sequence() > after.sequence() + 1)) {
      return null;
    }
    return history.stream().filter(c -> c.sequence() > after.sequence()).toList();
  }

  void listen(Consumer<Change> socket) {
    sockets.add(socket);
  }

  void forget(Consumer<Change> socket) {
    sockets.remove(socket);
  }

  void prune() {
    history.subList(0, world.random.nextInt(history.size() + 1)).clear();
  }

  /// An older backup: the last visits are gone, and numbers mean something else.
  void restore() {
    epoch++;
    sequence = Math.max(0, sequence - world.random.nextInt(5));
    history.clear();
    answers.clear();
    List<AppointmentId> all = List.copyOf(appointments.keySet());
    all.subList(Math.max(0, all.size() - world.random.nextInt(3)), all.size())
        .forEach(appointments::remove);
  }

  @SuppressWarnings("unchecked") // a key is used for one kind of command
  <T> Outcome<T> once(CommandKey key, Supplier<Outcome<T>> command) {
    Outcome<?> known = answers.get(key);
    if (known == null) {
      known = command.get();
      answers.put(key, known);
    }
    return (Outcome<T>) known;
  }

  Outcome<Appointment> book(BookAppointment command, String by) {
    TimeRange wanted =
        new TimeRange(command.start().toInstant(), command.start().toInstant().plusSeconds(3600));
    String refusal =
        refusal(command.doctorId(), command.patientId(), wanted, null, command.holdId());
    if (refusal != null) {
      return new Outcome.Refused<>(409, refusal, List.of());
    }
    around.makeWay(command.doctorId(), wanted);
    Appointment booked =
        new Appointment(
            new AppointmentId(new UUID(7, ++ids)),
            command.hospitalId(),
            command.doctorId(),
            command.patientId(),
            new PatientSummary("Zofia", "Kowalska", LocalDate.of(1987, 5, 14)),
            wanted.start(),
            wanted.end(),
            command.type(),
            AppointmentStatus.SCHEDULED,
            command.reason(),
            null,
            null,
            null,
            List.of(),
            1);
    appointments.put(booked.id(), booked);
    commit(n -> new Change.AppointmentBooked(n, world.instant(), by, booked));
    return new Outcome.Done<>(booked);
  }

  private @Nullable String refusal(
      DoctorId doctor,
      PatientId patient,
      TimeRange wanted,
      @Nullable AppointmentId moved,
      @Nullable HoldId own) {
    if (isInTheWay(doctor, patient, wanted, moved)) {
      return "doctor-busy";
    }
    return isOutside(doctor, wanted) || around.isHeld(doctor, wanted, own) ? "held" : null;
  }

  private boolean isInTheWay(
      DoctorId doctor,
      @Nullable PatientId patient,
      TimeRange wanted,
      @Nullable AppointmentId moved) {
    return active().stream()
        .filter(a -> !a.id().equals(moved) && a.during().overlaps(wanted))
        .anyMatch(a -> a.doctorId().equals(doctor) || a.patientId().equals(patient));
  }

  private boolean isOutside(DoctorId doctor, TimeRange wanted) {
    return availabilities.values().stream()
        .noneMatch(a -> isOf(a, doctor) && a.during().contains(wanted));
  }

  Outcome<Hold> hold(PlaceHold command, String by) {
    Instant start = command.start().toInstant();
    TimeRange wanted = new TimeRange(start, start.plusSeconds(3600));
    boolean refused =
        isInTheWay(command.doctorId(), null, wanted, null) || isOutside(command.doctorId(), wanted);
    return around.place(command, refused, by);
  }

  Outcome<Appointment> cancel(Appointment seen, String by) {
    return step(seen, AppointmentStep.CANCEL, by);
  }

  Outcome<Appointment> step(Appointment seen, AppointmentStep step, String by) {
    Appointment current = appointments.get(seen.id());
    if (current == null) {
      return new Outcome.Refused<>(404, "not-found", List.of());
    }
    if (current.version() != seen.version()) {
      return new Outcome.Stale<>(current);
    }
    if (!step.leadsFrom(current.status())) {
      return new Outcome.Refused<>(409, "illegal-transition", List.of());
    }
    Appointment next = current.inStatus(step.to(), current.roomId());
    appointments.put(next.id(), next);
    commit(n -> new Change.AppointmentChanged(n, world.instant(), by, next));
    return new Outcome.Done<>(next);
  }

  Outcome<Appointment> move(Appointment seen, RescheduleAppointment command, String by) {
    Appointment current = appointments.get(seen.id());
    if (current == null) {
      return new Outcome.Refused<>(404, "not-found", List.of());
    }
    if (current.version() != seen.version()) {
      return new Outcome.Stale<>(current);
    }
    Instant start = command.start().toInstant();
    TimeRange wanted = new TimeRange(start, start.plusSeconds(3600));
    DoctorId doctor = Objects.requireNonNullElse(command.doctorId(), current.doctorId());
    String refusal = refusal(doctor, current.patientId(), wanted, seen.id(), command.holdId());
    if (refusal != null || !current.status().isCancellable()) {
      return new Outcome.Refused<>(
          409, refusal == null ? "illegal-transition" : refusal, List.of());
    }
    around.makeWay(doctor, wanted);
    Appointment moved = current.movedTo(doctor, wanted, null);
    appointments.put(moved.id(), moved);
    commit(n -> new Change.AppointmentMoved(n, world.instant(), by, current.doctorId(), moved));
    return new Outcome.Done<>(moved);
  }

  Outcome<Availability> add(CreateAvailability command, String by) {
    TimeRange wanted = new TimeRange(command.start().toInstant(), command.end().toInstant());
    if (availabilities.values().stream()
        .anyMatch(a -> isOf(a, command.doctorId()) && a.during().overlaps(wanted))) {
      return new Outcome.Refused<>(409, "availability-overlap", List.of());
    }
    Availability added =
        new Availability(
            new AvailabilityId(new UUID(8, ++ids)),
            command.hospitalId(),
            command.doctorId(),
            wanted.start(),
            wanted.end(),
            null,
            1);
    availabilities.put(added.id(), added);
    commit(n -> new Change.AvailabilityCreated(n, world.instant(), by, added));
    return new Outcome.Done<>(added);
  }

  Outcome<Availability> remove(Availability seen, String by) {
    if (!availabilities.containsKey(seen.id())) {
      return new Outcome.Refused<>(404, "not-found", List.of());
    }
    if (active().stream()
        .anyMatch(a -> isOf(seen, a.doctorId()) && seen.during().contains(a.during()))) {
      return new Outcome.Refused<>(409, "availability-in-use", List.of());
    }
    availabilities.remove(seen.id());
    commit(n -> new Change.AvailabilityRemoved(n, world.instant(), by, seen));
    return new Outcome.Done<>(seen);
  }

  private static boolean isOf(Availability availability, DoctorId doctor) {
    return availability.doctorId().equals(doctor);
  }

  private void commit(LongFunction<Change> change) {
    Change committed = change.apply(++sequence);
    history.add(committed);
    List.copyOf(sockets).forEach(s -> s.accept(committed));
  }
}
