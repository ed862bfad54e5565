package io.daysheet.desktop.hospitals;

import static io.daysheet.desktop.demo.Hand.onScreen;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.demo.Hand;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The hospitals in a window, worked by keys alone.
class HospitalsScreenIT {

  private final QuietDirectory server = new QuietDirectory();
  private final HospitalsViewModel hospitals =
      new HospitalsViewModel(server, new AttentionViewModel.Visits(true, _ -> {}));
  private Hand hand;

  @BeforeEach
  void open() throws Exception {
    server.hospitals = List.of(Clinic.HOSPITAL);
    hand =
        Hand.at(() -> {
          Parent root = HospitalsScreen.load(hospitals).root();
          hospitals.start();
          return root;
        });
  }

  private HospitalDraft draft() {
    return onScreen(() -> Objects.requireNonNull(hospitals.form()).draft());
  }

  private void write(String field, String text) {
    hand.focus(field);
    onScreen(() -> {
      ((TextField) hand.find(field).orElseThrow()).clear();
      return true;
    });
    hand.type(text);
  }

  @Test
  void aNewHospitalIsTypedAndSavedByKeys() {
    hand.focus("#create");
    hand.press(KeyCode.N);
    write("#name", "Poradnia");
    write("#zone-text", "wars");
    hand.press(KeyCode.ENTER);
    assertThat(draft().zone()).isEqualTo("Europe/Warsaw");
    write("#latitude", "52.2");
    write("#longitude", "21");
    write("#hours-monday", "9-12, 13-17");
    hand.press("#same-hours");
    hand.press("#add-closure");
    hand.type("2026-12-24");
    assertThat(draft().hours().subList(0, 6))
        .containsExactly(
            "9-12, 13-17", "9-12, 13-17", "9-12, 13-17", "9-12, 13-17", "9-12, 13-17", "");
    assertThat(draft().closures()).hasSize(1);
    hand.press(KeyCode.S, KeyCode.CONTROL);
    assertThat(server.hospitalsKept).as("a closure has a name").isEmpty();
    onScreen(() -> {
      Objects.requireNonNull(hospitals.form())
          .type(
              d -> d.withClosures(List.of(new HospitalDraft.TypedClosure("2026-12-24", "Eve"))),
              List.of());
      return true;
    });
    hand.press(KeyCode.S, KeyCode.CONTROL);
    assertThat(server.hospitalsKept).hasSize(1);
    hand.press(KeyCode.ESCAPE);

    assertThat(onScreen(() -> hospitals.list().isOpen())).isFalse();
  }

  @Test
  void aLineThatIsRemovedTakesNoOtherWithIt() {
    onScreen(() -> hospitals.open(Clinic.HOSPITAL));
    onScreen(() -> {
      Objects.requireNonNull(hospitals.form())
          .type(
              d ->
                  d.withClosures(
                      List.of(
                          new HospitalDraft.TypedClosure("2026-12-24", "Eve"),
                          new HospitalDraft.TypedClosure("2026-12-25", "Christmas"))),
              List.of());
      return true;
    });
    hand.press(".drawer .icon-only");

    assertThat(draft().closures())
        .containsExactly(new HospitalDraft.TypedClosure("2026-12-25", "Christmas"));
  }

  private static Room room(int number, String name) {
    return new Room(new RoomId(new UUID(8, number)), Clinic.ID, name, true, 1);
  }

  @Test
  void roomsAreAddedAndRenamedByKeysAndEscTakesBackWhatWasTyped() {
    server.rooms = List.of(room(1, "Room 1"));
    onScreen(() -> hospitals.open(Clinic.HOSPITAL));
    write("#new-room", "Room 2");
    hand.press(KeyCode.ENTER);
    onScreen(() -> {
      server.done(room(2, "Room 2"));
      return true;
    });
    assertThat(server.roomsKept.getFirst().name()).isEqualTo("Room 2");
    assertThat(onScreen(() -> ((TextField) hand.find("#new-room").orElseThrow()).getText()))
        .isEmpty();

    write(".room-name", "Ward");
    hand.press(KeyCode.ESCAPE);
    assertThat(onScreen(() -> ((TextField) hand.find(".room-name").orElseThrow()).getText()))
        .isEqualTo("Room 1");
    assertThat(onScreen(() -> hospitals.list().isOpen())).isTrue();
    write(".room-name", "Ward");
    hand.press(KeyCode.ENTER);
    assertThat(server.roomsKept.getLast().name()).isEqualTo("Ward");
    assertThat(server.hospitalsKept).isEmpty();
  }
}
