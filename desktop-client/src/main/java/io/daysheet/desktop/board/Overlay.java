package io.daysheet.desktop.board;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.wire.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// This desk's writes that wait for an answer, and what they make of the replica.
final class Overlay {

  /// The one thing that a write, a change or an answer is about.
  record Subject(@Nullable AppointmentId appointment, @Nullable AvailabilityId availability) {

    /// Nothing that a write can be about.
    static final Subject NOTHING = new Subject(null, null);

    static Subject of(Object thing) {
      return switch (thing) {
        case Change.OfAvailability c -> of(c.availability());
        case Change.OfAppointment c -> of(c.appointment());
        case Change.AppointmentLeft c -> new Subject(c.appointmentId(), null);
        case Change _ -> NOTHING;
        case Appointment a -> new Subject(a.id(), null);
        case Availability a -> new Subject(null, a.id());
        case Write.Book w -> of(w.expected());
        case Write.Cancel w -> of(w.appointment());
        case Write.Step w -> of(w.expected());
        case Write.Move w -> of(w.expected());
        case Write.AddAvailability w -> of(w.expected());
        case Write.ChangeAvailability w -> of(w.expected());
        case Write.RemoveAvailability w -> of(w.availability());
        default -> throw new IllegalArgumentException("not on a board: " + thing.getClass());
      };
    }
  }

  private final List<PendingWrite> pending = new ArrayList<>();

  /// Which visit a booking has led to, by the pending one's id.
  private final Map<AppointmentId, AppointmentId> booked = new HashMap<>();

  void add(PendingWrite write) {
    pending.add(write);
  }

  void remove(PendingWrite write) {
    pending.remove(write);
    booked.remove(Subject.of(write.write()).appointment());
  }

  /// The answer names what a booking has led to, also if somebody has moved that since.
  void answered(PendingWrite write, Object answer) {
    if (write.write() instanceof Write.Book(Appointment expected)
        && answer instanceof Appointment saved) {
      booked.put(expected.id(), saved.id());
    }
  }

  /// The visit that a booking of this desk has led to, as far as that is known.
  Optional<AppointmentId> ledTo(Replica replica, Appointment expected) {
    return Optional.ofNullable(booked.get(expected.id()))
        .or(() -> replica.like(expected).map(Appointment::id));
  }

  int size() {
    return pending.size();
  }

  Stream<Appointment> bookings() {
    return writes(Write.Book.class).map(Write.Book::expected);
  }

  Stream<Availability> additions() {
    return writes(Write.AddAvailability.class).map(Write.AddAvailability::expected);
  }

  /// Visits that this desk has moved or taken on, as they are expected to be.
  Stream<Appointment> changed() {
    return Stream.concat(
        writes(Write.Step.class).map(Write.Step::expected),
        writes(Write.Move.class).map(Write.Move::expected));
  }

  /// What this desk made of a visit that the server is not known to have changed since.
  private Optional<Appointment> changed(Replica replica, AppointmentId id) {
    return changed()
        .filter(a -> a.id().equals(id) && !replica.isPast(id, a.version()))
        .reduce((_, later) -> later);
  }

  /// How an appointment is shown; empty if it is not. Moved to another date it has left at once.
  Optional<BoardAppointment> show(Replica replica, AppointmentId id) {
    Optional<Appointment> changed = changed(replica, id);
    if (changed.isPresent()) {
      return changed
          .filter(a -> replica.isHere(a.hospitalId(), a.during()))
          .map(a -> new BoardAppointment(a, WriteState.SAVING));
    }
    Appointment saved = replica.appointments().get(id);
    if (saved != null) {
      boolean leaving = writes(Write.Cancel.class).anyMatch(w -> w.appointment().id().equals(id));
      return Optional.of(
          new BoardAppointment(saved, leaving ? WriteState.REMOVING : WriteState.SAVED));
    }
    return bookings()
        .filter(a -> a.id().equals(id) && replica.isHere(a.hospitalId(), a.during()))
        .filter(a -> ledTo(replica, a).isEmpty())
        .map(a -> new BoardAppointment(a, WriteState.SAVING))
        .findFirst();
  }

  /// How an availability is shown; empty if it is not.
  Optional<BoardAvailability> show(Replica replica, AvailabilityId id) {
    Availability saved = replica.availabilities().get(id);
    if (saved != null) {
      Optional<Availability> changed =
          writes(Write.ChangeAvailability.class)
              .map(Write.ChangeAvailability::expected)
              .filter(a -> a.id().equals(id) && a.version() > saved.version())
              .reduce((_, later) -> later);
      if (changed.isPresent()) {
        return changed.map(a -> new BoardAvailability(a, WriteState.SAVING));
      }
      boolean leaving =
          writes(Write.RemoveAvailability.class).anyMatch(w -> w.availability().id().equals(id));
      return Optional.of(
          new BoardAvailability(saved, leaving ? WriteState.REMOVING : WriteState.SAVED));
    }
    return additions()
        .filter(a -> a.id().equals(id) && replica.isHere(a.hospitalId(), a.during()))
        .filter(a -> replica.like(a).isEmpty())
        .map(a -> new BoardAvailability(a, WriteState.SAVING))
        .findFirst();
  }

  private <W extends Write> Stream<W> writes(Class<W> kind) {
    return pending.stream().map(PendingWrite::write).filter(kind::isInstance).map(kind::cast);
  }
}
