package io.daysheet.desktop.hospitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.hospitals.RoomsViewModel.Shown;
import io.daysheet.desktop.hospitals.RoomsViewModel.State;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.rule.Violation;
import io.daysheet.wire.KeepRoom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomsViewModelTest {

  private final QuietDirectory server = new QuietDirectory();
  private final RoomsViewModel rooms = new RoomsViewModel(server, Clinic.ID);

  private static Room room(int number, String name, boolean active, int version) {
    return new Room(new RoomId(new UUID(8, number)), Clinic.ID, name, active, version);
  }

  private Shown shown() {
    return rooms.shownProperty().get();
  }

  private List<String> names() {
    return shown().rooms().stream().map(Room::name).toList();
  }

  private void load(Room... there) {
    server.rooms = List.of(there);
    rooms.load();
  }

  @Test
  void theyAreListedByNameOrItIsSaidThatTheyDidNotCome() {
    server.answers = false;
    rooms.load();
    assertThat(shown().state()).isEqualTo(State.FAILED);
    server.answers = true;
    load(room(2, "Room 2", true, 1), room(1, "Room 1", false, 3));

    assertThat(names()).containsExactly("Room 1", "Room 2");
  }

  @Test
  void oneIsAddedOnceAndTakesItsPlaceByName() {
    load(room(2, "Room 2", true, 1));
    assertThat(rooms.add(" Room 1 ")).isTrue();
    assertThat(shown().writing()).isTrue();
    assertThat(rooms.add("Room 1")).as("one after the other").isFalse();

    assertThat(server.roomsKept)
        .containsExactly(new KeepRoom(null, Clinic.ID, "Room 1", true, null));
    server.done(room(1, "Room 1", true, 1));
    assertThat(names()).containsExactly("Room 1", "Room 2");
    assertThat(shown().writing()).isFalse();
  }

  @Test
  void withoutANameNothingIsAsked() {
    load();
    assertThat(rooms.add("  ")).isFalse();
    assertThat(server.roomsKept).isEmpty();
    assertThat(shown().told()).startsWith("A room has a name");
  }

  @Test
  void aNameThatIsTakenIsTold() {
    load(room(1, "Room 1", true, 1));
    assertThat(rooms.add("Room 1")).isTrue();
    server.refuseRoom("room-name-taken", new Violation.RoomNameTaken(new RoomId(new UUID(8, 1))));

    assertThat(shown().told()).isEqualTo("There is a room of that name already.");
    assertThat(names()).containsExactly("Room 1");
  }

  @Test
  void oneThatIsTakenOutOfServiceKeepsItsNameAndItsVisits() {
    Room first = room(1, "Room 1", true, 4);
    load(first);
    rooms.serve(first, false);
    assertThat(server.roomsKept)
        .containsExactly(new KeepRoom(null, Clinic.ID, "Room 1", false, null));
    server.done(room(1, "Room 1", false, 5));

    assertThat(shown().rooms()).containsExactly(room(1, "Room 1", false, 5));
    assertThat(shown().told()).startsWith("Room 1 gets no new visits");
  }

  @Test
  void oneThatVisitsNameIsNotRemoved() {
    Room first = room(1, "Room 1", true, 1);
    load(first);
    rooms.remove(first);
    server.refuseRoom("room-in-use", new Violation.RoomInUse(first.id(), 3));
    assertThat(names()).containsExactly("Room 1");
    assertThat(shown().told()).startsWith("3 visits name this room");

    rooms.remove(first);
    server.done(first);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatSomebodyElseMadeOfItIsShown() {
    Room first = room(1, "Room 1", true, 1);
    load(first);
    assertThat(rooms.rename(first, "Ward")).isTrue();
    server.stale(room(1, "Room 1a", true, 2));

    assertThat(names()).containsExactly("Room 1a");
    assertThat(shown().told()).startsWith("Somebody else changed it");
  }

  @Test
  void aLostAnswerIsAskedForAgainByTheSameKey() {
    load();
    assertThat(rooms.add("Room 1")).isTrue();
    server.loseTheRoom();
    assertThat(shown().told()).startsWith("The answer was lost");
    assertThat(rooms.add("Room 1")).isTrue();
    server.loseTheRoom();
    assertThat(rooms.add("Room 2")).isTrue();

    assertThat(server.keys.get(1)).isEqualTo(server.keys.get(0));
    assertThat(server.keys.get(2)).as("another thing").isNotEqualTo(server.keys.get(0));
  }

  @Test
  void theSameNameWritesNothing() {
    Room first = room(1, "Room 1", true, 1);
    load(first);
    assertThat(rooms.rename(first, "Room 1 ")).isTrue();
    assertThat(server.roomsKept).isEmpty();
  }
}
