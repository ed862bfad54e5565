package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.ChangeStream;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.ContactPreferences;
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
import io.daysheet.schedule.StreamPosition;
import io.daysheet.schedule.TimeOff;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.Change;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Page;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.RegisterPatient;
import io.daysheet.wire.RescheduleAppointment;
import io.daysheet.wire.StreamMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A server with one loaded day, for trying forms: writes wait until the test answers them,
/// searches are kept for the test to answer.
public final class QuietHospital extends SilentServer implements ChangeStream {

  /// What was asked and waits for the test's answer.
  public record Asked<C, T>(C command, Consumer<Outcome<T>> answer) {}

  public final List<Asked<BookAppointment, Appointment>> bookings = new ArrayList<>();
  public final List<Asked<CreateAvailability, Availability>> additions = new ArrayList<>();
  public final List<Asked<String, Page<Patient>>> searches = new ArrayList<>();
  public final List<Asked<CancelAppointment, Appointment>> cancellations = new ArrayList<>();
  public final List<Asked<RescheduleAppointment, Appointment>> moves = new ArrayList<>();
  public final List<Asked<AppointmentStep, Appointment>> steps = new ArrayList<>();
  public final List<Asked<AppointmentId, List<AppointmentEvent>>> histories = new ArrayList<>();

  /// What was asked to be held, oldest first; granted at once, until its start, unless
  /// [#holdsBack].
  public final List<Asked<PlaceHold, Hold>> holds = new ArrayList<>();

  /// Until when they are granted; null: until their start.
  public @Nullable Instant heldUntil;

  public final List<HoldId> released = new ArrayList<>();

  /// Holds wait for the test's answer, too.
  public boolean holdsBack;

  public final List<Asked<Availability, Availability>> removals = new ArrayList<>();
  public final List<Asked<RegisterPatient, Patient>> registrations = new ArrayList<>();

  /// Who is likely the same person as whoever is registered; null: no answer.
  public @Nullable List<LikelySame> likely = List.of();

  public int asksForDuplicates;

  /// The keys of the registrations, one for one.
  public final List<CommandKey> registrationKeys = new ArrayList<>();

  private final Map<LocalDate, DaySchedule> otherDays = new HashMap<>();
  private final Timers timers;
  private final DaySchedule day;
  private long sequence;
  private @Nullable Listener listener;

  public QuietHospital(Timers timers, DaySchedule day) {
    this.timers = timers;
    this.day = day;
    this.sequence = day.stream().sequence();
  }

  /// A patient with that name.
  public static Patient patient(int number, String family, String given) {
    return new Patient(
        new PatientId(new UUID(5, number)),
        "204 11" + number,
        given,
        family,
        LocalDate.of(1987, 5, 14),
        null,
        null,
        null,
        null,
        ContactPreferences.NONE,
        true,
        null,
        1);
  }

  /// Another desk booked that.
  public void booked(Appointment visit, String by) {
    tell(number -> new Change.AppointmentBooked(number, visit.start(), by, visit));
  }

  /// Another desk changed or cancelled that.
  public void changed(Appointment visit, String by) {
    tell(number -> new Change.AppointmentChanged(number, visit.start(), by, visit));
  }

  /// Another desk moved that.
  public void moved(Appointment visit, String by) {
    tell(number -> new Change.AppointmentMoved(number, visit.start(), by, null, visit));
  }

  /// Another desk holds that.
  public void held(Hold hold) {
    tell(number -> new Change.HoldPlaced(number, hold.start(), hold.holder(), hold));
  }

  /// Another desk gave that back.
  public void ended(Hold hold) {
    tell(number -> new Change.HoldReleased(number, hold.start(), hold.holder(), hold));
  }

  /// A doctor is away.
  public void away(TimeOff off) {
    tell(number -> new Change.TimeOffChanged(number, off.start(), "Desk 2", false, off));
  }

  /// Another desk removed that.
  public void removed(Availability availability, String by) {
    tell(number -> new Change.AvailabilityRemoved(number, availability.start(), by, availability));
  }

  private void tell(LongFunction<Change> next) {
    sequence++;
    listener().heard(new StreamMessage.Changes(Clinic.ID, List.of(next.apply(sequence))));
  }

  /// What another date holds.
  public void holds(
      LocalDate date, List<Availability> availabilities, List<Appointment> appointments) {
    otherDays.put(
        date, Clinic.day(date, new StreamPosition("epoch", 0), availabilities, appointments));
  }

  public void lose() {
    listener().closed();
  }

  private Listener listener() {
    return Objects.requireNonNull(listener);
  }

  @Override
  public Request schedule(
      HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then) {
    DaySchedule known = date.equals(day.date()) ? day : otherDays.get(date);
    var position = new StreamPosition(day.stream().epoch(), sequence);
    DaySchedule answer =
        known == null
            ? Clinic.day(date, position, List.of(), List.of())
            : Clinic.at(known, position);
    return timers.after(Duration.ZERO, () -> then.accept(new Outcome.Done<>(answer)));
  }

  @Override
  public Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then) {
    searches.add(new Asked<>(query, then));
    return () -> {};
  }

  @Override
  public Request book(
      BookAppointment command, CommandKey key, Consumer<Outcome<Appointment>> then) {
    bookings.add(new Asked<>(command, then));
    return () -> {};
  }

  @Override
  public Request createAvailability(
      CreateAvailability command, CommandKey key, Consumer<Outcome<Availability>> then) {
    additions.add(new Asked<>(command, then));
    return () -> {};
  }

  @Override
  public Request removeAvailability(
      Availability availability, CommandKey key, Consumer<Outcome<Availability>> then) {
    removals.add(new Asked<>(availability, then));
    return () -> {};
  }

  @Override
  public Request cancel(
      Appointment appointment,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    cancellations.add(new Asked<>(command, then));
    return () -> {};
  }

  @Override
  public Request reschedule(
      Appointment appointment,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    moves.add(new Asked<>(command, then));
    return () -> {};
  }

  @Override
  public Request step(
      Appointment appointment,
      AppointmentStep step,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    steps.add(new Asked<>(step, then));
    return () -> {};
  }

  @Override
  public Request history(AppointmentId id, Consumer<Outcome<List<AppointmentEvent>>> then) {
    histories.add(new Asked<>(id, then));
    return () -> {};
  }

  @Override
  public Request placeHold(PlaceHold command, CommandKey key, Consumer<Outcome<Hold>> then) {
    holds.add(new Asked<>(command, then));
    if (!holdsBack) {
      Hold granted = hold(holds.size(), command);
      then.accept(
          new Outcome.Done<>(heldUntil == null ? granted : Clinic.until(granted, heldUntil)));
    }
    return () -> {};
  }

  /// The answer to the n-th of [#holds].
  public static Hold hold(int number, PlaceHold command) {
    return Clinic.hold(number, command.doctorId(), command.start().toInstant(), "Desk 1");
  }

  @Override
  public Request releaseHold(HoldId id, Consumer<Outcome<HoldId>> then) {
    released.add(id);
    then.accept(new Outcome.Done<>(id));
    return () -> {};
  }

  @Override
  public Request duplicates(FindDuplicates question, Consumer<Outcome<List<LikelySame>>> then) {
    asksForDuplicates++;
    then.accept(
        likely == null ? new Outcome.Unknown<>(Cause.NO_ANSWER) : new Outcome.Done<>(likely));
    return () -> {};
  }

  @Override
  public Request registerPatient(
      RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then) {
    registrations.add(new Asked<>(command, then));
    registrationKeys.add(key);
    return () -> {};
  }

  @Override
  public ChangeStream.Connection open(Listener opened) {
    listener = opened;
    timers.after(Duration.ZERO, opened::opened);
    return new ChangeStream.Connection() {
      @Override
      public void subscribe(HospitalId hospital, StreamPosition after) {}

      @Override
      public void close() {}
    };
  }
}
