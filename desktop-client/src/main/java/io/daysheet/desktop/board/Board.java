package io.daysheet.desktop.board;

import io.daysheet.desktop.board.Replica.Applied;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Surroundings;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.schedule.TimeOff;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// One hospital's date as this desk sees it: the replica of what the server has, and over it what
/// this desk has asked for and not been answered yet.
///
/// Nothing is shown twice: what the stream brings before the answer takes the pending one's place.
/// All calls come on one executor; listeners hear each difference once, in order.
public final class Board {

  private final String desk;
  private final List<BoardListener> listeners = new CopyOnWriteArrayList<>();
  private final Overlay overlay = new Overlay();
  private final OwnHolds own;
  private final Shown shown;
  private Instant moment = Instant.MIN;
  private @Nullable Replica replica;
  private @Nullable DaySchedule frame;
  private int loads;
  private Connection connection = new Connection.Connecting();

  /// A board of the desk of that name; what the stream says was done by it counts as its own.
  public Board(String desk) {
    this.desk = desk;
    this.own = new OwnHolds(desk);
    this.shown = new Shown(overlay, own, this::tell);
  }

  public void addListener(BoardListener listener) {
    listeners.add(listener);
  }

  public void removeListener(BoardListener listener) {
    listeners.remove(listener);
  }

  /// The day that is shown; empty before the first load.
  public Optional<BoardDay> day() {
    return Optional.ofNullable(frame).map(this::day);
  }

  public Optional<Hospital> hospital() {
    return Optional.ofNullable(frame).map(DaySchedule::hospital);
  }

  public Optional<LocalDate> date() {
    return Optional.ofNullable(frame).map(DaySchedule::date);
  }

  public Collection<BoardAvailability> availabilities() {
    return List.copyOf(shown.availabilities());
  }

  public Collection<BoardAppointment> appointments() {
    return List.copyOf(shown.appointments());
  }

  public Collection<BoardHold> holds() {
    return List.copyOf(shown.holds());
  }

  public Collection<TimeOff> timeOff() {
    return List.copyOf(shown.timeOff());
  }

  /// The starts at which a visit of `type` fits into the doctor's day, past ones included.
  public FreeStarts free(DoctorId doctor, AppointmentType type) {
    return shown.free(doctor, type);
  }

  public Connection connection() {
    return connection;
  }

  /// How far the replica has read the stream.
  public Optional<StreamPosition> position() {
    return Optional.ofNullable(replica).map(Replica::position);
  }

  private BoardDay day(DaySchedule of) {
    return new BoardDay(
        of.hospital(),
        of.date(),
        of.opens(),
        of.closes(),
        of.doctors(),
        List.copyOf(shown.availabilities()),
        List.copyOf(shown.appointments()),
        List.copyOf(shown.holds()),
        List.copyOf(shown.timeOff()),
        of.rooms(),
        shown.free(of.doctors()));
  }

  /// Takes a snapshot. The day that is shown already gets single news of what is different.
  void load(DaySchedule snapshot, Instant now) {
    DaySchedule before = frame;
    frame = snapshot;
    moment = now;
    loads++;
    Replica fresh = new Replica(snapshot);
    replica = fresh;
    if (before != null && sameFrame(before, snapshot)) {
      shown.reconcile(fresh, moment, new Origin(null, now, Origin.Kind.RELOAD));
    } else {
      shown.start(fresh, snapshot, moment);
      tell(new BoardNews.Loaded(day(snapshot)));
    }
  }

  private static boolean sameFrame(DaySchedule a, DaySchedule b) {
    return a.hospital().equals(b.hospital())
        && a.date().equals(b.date())
        && a.doctors().equals(b.doctors());
  }

  /// Takes the next change of the stream; a gap changes nothing.
  Applied apply(Change change) {
    if (replica == null) {
      return Applied.GAP;
    }
    Applied applied = replica.apply(change);
    if (applied == Applied.NEW) {
      if (change instanceof Change.PatientChanged) {
        shown.reconcile(replica, moment, originOf(change));
      } else {
        reconcile(change, originOf(change));
      }
    }
    return applied;
  }

  /// Brings the board up to a moment: holds that are over leave it, whether or not the server's
  /// word of it has come.
  public void tick(Instant now) {
    moment = now;
    if (replica != null && shown.holds().stream().anyMatch(h -> h.hold().isOver(now))) {
      shown.reconcile(
          replica, Overlay.Subject.NOTHING, now, new Origin(null, now, Origin.Kind.RELOAD));
    }
  }

  /// A form of this desk asks for a slot to be held.
  void holdAsked(OwnHolds.Slot slot) {
    own.ask(slot);
  }

  /// What a form of this desk asked for is known: the hold, or that there is none.
  void holdAnswered(OwnHolds.Slot slot, @Nullable Hold hold, int loadsWhenAsked) {
    own.forget(slot);
    if (hold != null) {
      own.place(hold.id());
      if (replica != null && loadsWhenAsked == loads) {
        replica.put(hold);
      }
    }
    aroundChanged();
  }

  /// Whether a hold is kept for a form of this desk.
  public boolean isOwn(Hold hold) {
    return own.contains(hold);
  }

  /// A form of this desk has given a slot back.
  void holdLeft(HoldId hold) {
    if (replica != null) {
      replica.end(hold);
    }
    aroundChanged();
  }

  private void aroundChanged() {
    if (replica != null) {
      shown.reconcile(replica, Overlay.Subject.NOTHING, moment, own(moment));
    }
  }

  /// What the rules look at around a visit that somebody wants here: everything that is on the
  /// board, but for a visit that is to be moved, and for what is held for a form of this desk.
  public Surroundings around(@Nullable AppointmentId moved) {
    return day()
        .map(day -> day.around(moved))
        .orElseGet(() -> Surroundings.of(List.of(), List.of()));
  }

  private Origin originOf(Change change) {
    return new Origin(
        change.by(), change.at(), desk.equals(change.by()) ? Origin.Kind.OWN : Origin.Kind.REMOTE);
  }

  /// How many snapshots were taken: an answer to what was sent before the last one says nothing
  /// about the present any more.
  int loads() {
    return loads;
  }

  void connection(Connection now) {
    if (!now.equals(connection)) {
      connection = now;
      tell(new BoardNews.ConnectionChanged(now));
    }
  }

  /// Shows a write of this desk at once.
  void begin(PendingWrite write) {
    overlay.add(write);
    reconcile(write.write(), own(write.at()));
    tell(new BoardNews.PendingChanged(overlay.size()));
  }

  /// The write is known not to have happened: takes back what it showed.
  void takeBack(PendingWrite write, Instant now) {
    settle(write, Optional.empty(), now);
  }

  /// The write is known to have happened.
  void confirm(PendingWrite write, Object answer, Instant now) {
    if (replica != null) {
      take(replica, write, answer);
    }
    overlay.answered(write, answer);
    settle(write, Optional.of(answer), now);
  }

  /// The answer tells what was so when it was written. If a snapshot was taken since it was asked
  /// for, the thing may be gone again, and only the stream is believed.
  private void take(Replica known, PendingWrite write, Object answer) {
    boolean current = write.loadsWhenSent() == loads;
    switch (answer) {
      case Appointment a when known.knows(a.id()) || current -> known.put(a);
      case Availability a when write.write() instanceof Write.RemoveAvailability ->
          known.remove(a.id());
      case Availability a when known.knows(a.id()) || current -> known.put(a);
      default -> {}
    }
  }

  /// The answer takes the pending one's place before that goes, so that the place is never empty.
  private void settle(PendingWrite write, Optional<Object> answer, Instant now) {
    answer.ifPresent(a -> reconcile(a, own(now)));
    overlay.remove(write);
    reconcile(write.write(), own(now));
    tell(new BoardNews.PendingChanged(overlay.size()));
  }

  private void reconcile(Object about, Origin origin) {
    if (replica != null) {
      shown.reconcile(replica, Overlay.Subject.of(about), moment, origin);
    }
  }

  /// The present state that the server told beside a refusal.
  void learn(Appointment current, Instant now) {
    if (replica != null && replica.knows(current.id())) {
      replica.put(current);
      reconcile(current, new Origin(null, now, Origin.Kind.RELOAD));
    }
  }

  private Origin own(Instant at) {
    return new Origin(desk, at, Origin.Kind.OWN);
  }

  void tell(BoardNews news) {
    listeners.forEach(listener -> listener.heard(news));
  }

  /// The card of what is in the way, if it is on this board.
  public Optional<BoardAppointment> find(Violation.Blocked violation) {
    return shown.appointments().stream()
        .filter(a -> a.id().value().equals(violation.blocker().id()))
        .findFirst();
  }
}
