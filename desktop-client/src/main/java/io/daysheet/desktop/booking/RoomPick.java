package io.daysheet.desktop.booking;

import io.daysheet.desktop.booking.RoomOffer.Choice;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.rule.Surroundings;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Where a visit takes place: for a type that needs a room any one that is free then, or the one
/// that was chosen. One that is taken can be chosen, too: the form says so, and by whom.
final class RoomPick {

  private final Messages messages;
  private final WallTimes times;
  private final ObjectProperty<@Nullable RoomId> chosen = new SimpleObjectProperty<>();

  RoomPick(Messages messages, WallTimes times) {
    this.messages = messages;
    this.times = times;
  }

  /// Null: any free one.
  ObjectProperty<@Nullable RoomId> chosenProperty() {
    return chosen;
  }

  /// What is asked for with that type; a room that was chosen for another is kept in mind.
  @Nullable RoomId of(AppointmentType type) {
    return type.needsRoom() ? chosen.get() : null;
  }

  /// What can be had then.
  ///
  /// @param known looked at only if the type needs a room
  RoomOffer offer(AppointmentType type, TimeRange during, Supplier<Surroundings> known) {
    if (!type.needsRoom()) {
      return RoomOffer.NONE;
    }
    Surroundings around = known.get();
    List<Room> rooms =
        around.rooms().stream()
            .filter(room -> room.active() || room.id().equals(chosen.get()))
            .sorted(Comparator.comparing(Room::name))
            .toList();
    var choices = new ArrayList<Choice>();
    choices.add(new Choice(null, messages.get("room.any"), any(rooms, during, around)));
    rooms.forEach(
        room -> choices.add(new Choice(room.id(), room.name(), text(room, during, around))));
    int at =
        IntStream.range(0, choices.size())
            .filter(i -> Objects.equals(choices.get(i).room(), chosen.get()))
            .findFirst()
            .orElse(0);
    return new RoomOffer(choices, at);
  }

  /// How many are free is not said: a desk that sees one doctor's visits does not know.
  private String any(List<Room> rooms, TimeRange during, Surroundings around) {
    boolean free =
        rooms.stream().anyMatch(room -> room.active() && taken(room, during, around).isEmpty());
    return messages.get(free ? "room.any" : "room.none");
  }

  private String text(Room room, TimeRange during, Surroundings around) {
    return room.active()
        ? taken(room, during, around)
            .map(visit -> messages.get("room.taken", room.name(), times.range(visit.during())))
            .orElse(room.name())
        : messages.get("room.out", room.name());
  }

  private static Optional<Appointment> taken(Room room, TimeRange during, Surroundings around) {
    return around.appointments().stream()
        .filter(visit -> visit.occupiesTime() && room.id().equals(visit.roomId()))
        .filter(visit -> visit.during().overlaps(during))
        .findFirst();
  }
}
