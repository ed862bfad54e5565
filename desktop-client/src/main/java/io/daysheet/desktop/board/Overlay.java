package io.daysheet.desktop.board;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// This desk's writes that wait for an answer, and what they make of the replica.
final class Overlay {

  /// The one thing that a write, a change or an answer is about.
  record Subject(@Nullable AppointmentId appointment, @Nullable AvailabilityId availability) {

    static Subject of(Object thing) {
      return switch (thing) {
        case Appointment a -> new Subject(a.id(), null);
        case Availability a -> new Subject(null, a.id());
        case Write.Book w -> of(w.expected());
        case Write.Cancel w -> of(w.appointment());
        case Write.AddAvailability w -> of(w.expected());
        case Write.RemoveAvailability w -> of(w.availability());
        default -> throw new IllegalArgumentException("not on a board: " + thing.getClass());
      };
    }
  }

  private final List<PendingWrite> pending = new ArrayList<>();

  void add(PendingWrite write) {
    pending.add(write);
  }

  void remove(PendingWrite write) {
    pending.remove(write);
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

  /// How an appointment is shown; empty if it is not.
  Optional<BoardAppointment> show(Replica replica, AppointmentId id) {
    Appointment saved = replica.appointments().get(id);
    if (saved != null) {
      boolean leaving = writes(Write.Cancel.class).anyMatch(w -> w.appointment().id().equals(id));
      return Optional.of(
          new BoardAppointment(saved, leaving ? WriteState.REMOVING : WriteState.SAVED));
    }
    return bookings()
        .filter(a -> a.id().equals(id) && replica.isHere(a.hospitalId(), a.during()))
        .filter(a -> replica.like(a).isEmpty())
        .map(a -> new BoardAppointment(a, WriteState.SAVING))
        .findFirst();
  }

  /// How an availability is shown; empty if it is not.
  Optional<BoardAvailability> show(Replica replica, AvailabilityId id) {
    Availability saved = replica.availabilities().get(id);
    if (saved != null) {
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
