package io.daysheet.rule;

import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.rule.Violation.Inactive;
import io.daysheet.rule.Violation.NoRoom;
import io.daysheet.rule.Violation.RoomBusy;
import io.daysheet.rule.Violation.Subject;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a visit takes place: a room holds one at a time, and a type may need one.
public final class RoomRules {

  private RoomRules() {}

  /// What is in the way of the room that was chosen or, if none was and the type needs one, of
  /// every room.
  static Stream<Violation> room(ProposedBooking wish, Surroundings around) {
    RoomId chosen = wish.roomId();
    if (chosen != null) {
      return chosen(chosen, wish, around);
    }
    if (!wish.type().needsRoom()) {
      return Stream.empty();
    }
    List<Room> rooms = inService(wish, around).toList();
    if (rooms.isEmpty()) {
      return Stream.of(new NoRoom(wish.hospital().id()));
    }
    return free(wish, around).isPresent()
        ? Stream.empty()
        : rooms.stream()
            .flatMap(room -> busy(room.id(), wish.during(), around.appointments()).limit(1));
  }

  /// The first room in service that nobody has then.
  public static Optional<Room> free(ProposedBooking wish, Surroundings around) {
    return inService(wish, around)
        .filter(room -> busy(room.id(), wish.during(), around.appointments()).findAny().isEmpty())
        .findFirst();
  }

  private static Stream<Violation> chosen(
      RoomId chosen, ProposedBooking wish, Surroundings around) {
    return Stream.concat(
        inService(wish, around).anyMatch(room -> room.id().equals(chosen))
            ? Stream.empty()
            : Stream.of(new Inactive(Subject.ROOM, chosen.value())),
        busy(chosen, wish.during(), around.appointments()));
  }

  private static Stream<Room> inService(ProposedBooking wish, Surroundings around) {
    return around.rooms().stream()
        .filter(room -> room.active() && room.hospitalId().equals(wish.hospital().id()));
  }

  private static Stream<Violation> busy(
      RoomId room, TimeRange during, Collection<Appointment> appointments) {
    return appointments.stream()
        .filter(a -> a.occupiesTime() && room.equals(a.roomId()) && a.during().overlaps(during))
        .map(a -> new RoomBusy(room, Blocker.of(a)));
  }
}
