package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.fx.Picture;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Hold;
import io.daysheet.wire.LikelySame;
import io.daysheet.wire.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The booking form with a room to choose, before a slot that another desk holds, and before
/// somebody who is likely registered already. The pictures go to `target/pictures`.
class BookingLookIT {

  private static final Patient ZOFIA = QuietHospital.patient(1, "Kowalska", "Zofia");
  private static final Room FIRST = room(1, "Room 1");
  private static final BookingPolicy POLICY =
      BookingPolicy.of(
          60,
          List.of(
              new AppointmentType("NEW_PATIENT", 60, 0, false, true),
              new AppointmentType("FOLLOW_UP", 60, 0, true, true),
              new AppointmentType("TELEHEALTH", 60, 0, false, true)));

  private final FxRobot robot = new FxRobot();
  private @Nullable QuietDesk desk;

  private static Room room(int number, String name) {
    return new Room(new RoomId(new UUID(8, number)), Clinic.ID, name, true, 1);
  }

  @AfterEach
  void hide() throws Exception {
    FxToolkit.cleanupStages();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theRoomIsChosenAndOneThatIsTakenIsToldByItsName(Theme theme) throws Exception {
    show(theme);
    pick();
    look("book-form-room", theme);
    assertThat(robot.lookup("Held, 4:38 left").queryAll()).isNotEmpty();
    assertThat(List.copyOf(robot.lookup("#hospital").queryComboBox().getItems()))
        .as("the hospital as the day has it")
        .isEqualTo(List.of(desk().day().hospitalProperty().get()));
    assertThat(rooms().getItems()).hasSize(4);
    robot.interact(() -> rooms().getSelectionModel().select(1));
    look("book-form-room-taken", theme);
    assertThat(robot.lookup("Room 1 is taken at 13:00–14:00.").queryAll()).isNotEmpty();
  }

  @Test
  void enterInTheOpenListTakesARoomAndBooksNothing() throws Exception {
    show(Theme.LIGHT);
    pick();
    robot.interact(() -> rooms().requestFocus());
    robot.interact(() -> rooms().show());
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rooms().isShowing()).isFalse();
    assertThat(desk().server().bookings).isEmpty();

    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(desk().server().bookings.getFirst().command().roomId())
        .isEqualTo(room(2, "Room 2").id());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theSlotThatAnotherDeskHolds(Theme theme) throws Exception {
    show(theme);
    desk().server().holdsBack = true;
    pick();
    Hold other = Clinic.hold(9, Clinic.LINDQVIST.id(), Clinic.at(13), "J. Novák");
    robot.interact(() -> {
      desk().server().held(Clinic.until(other, QuietDesk.CLOCK.instant().plusSeconds(221)));
      desk()
          .server()
          .holds
          .getFirst()
          .answer()
          .accept(new Outcome.Refused<>(409, "held-by-another", List.of()));
    });
    look("book-form-held", theme);
    assertThat(robot.lookup("13:00 with Dr. Lindqvist is taken").queryAll()).isNotEmpty();
    assertThat(robot.lookup(".ghost").queryAll()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void whoIsLikelyRegisteredAlreadyIsUsedInstead(Theme theme) throws Exception {
    show(theme);
    desk().server().likely =
        List.of(new LikelySame(ZOFIA, List.of(LikelySame.Trait.NAME_AND_BIRTH_DATE)));
    robot.interact(() -> desk().choose(Clinic.LINDQVIST.id(), Clinic.at(13)));
    robot.write("Kowalska Zofia");
    robot.press(KeyCode.ALT).type(KeyCode.N).release(KeyCode.ALT);
    robot.write("1987-05-14");
    robot.type(KeyCode.ENTER);
    await().until(() -> !robot.lookup("#register-anyway").queryAll().isEmpty());
    look("register-likely", theme);
    assertThat(desk().server().registrations).isEmpty();

    robot.press(KeyCode.ALT).type(KeyCode.DIGIT1).release(KeyCode.ALT);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#register-anyway").queryAll()).isEmpty();
    assertThat(((TextField) robot.lookup("#patient-search").query()).getText())
        .isEqualTo("Kowalska, Zofia");
  }

  private void pick() throws Exception {
    robot.interact(() -> desk().choose(Clinic.LINDQVIST.id(), Clinic.at(13)));
    robot.write("ko");
    await().until(() -> !desk().server().searches.isEmpty());
    robot.interact(() ->
        desk()
            .server()
            .searches
            .getLast()
            .answer()
            .accept(new Outcome.Done<>(new Page<>(List.of(ZOFIA), null))));
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private ComboBox<?> rooms() {
    return robot.lookup("#room-choice").queryComboBox();
  }

  private QuietDesk desk() {
    return Objects.requireNonNull(desk);
  }

  private void show(Theme theme) throws Exception {
    Appointment there = Clinic.visit(2, Clinic.MENSAH, 13, 8);
    var day =
        Clinic.day(
            POLICY,
            List.of(
                Clinic.availability(1, Clinic.LINDQVIST, 9, 17),
                Clinic.availability(2, Clinic.MENSAH, 13, 15)),
            List.of(there.movedTo(there.doctorId(), there.during(), FIRST.id())),
            List.of(FIRST, room(2, "Room 2"), room(3, "Treatment room")));
    Stage stage = FxToolkit.registerPrimaryStage();
    robot.interact(() -> {
      desk = QuietDesk.of(theme, 1280, 800, day);
      desk.server().heldUntil = QuietDesk.CLOCK.instant().plusSeconds(278);
      stage.setScene(desk().scene());
      stage.show();
    });
    await()
        .until(() ->
            WaitForAsyncUtils.asyncFx(
                    () -> !desk().day().isReadOnly() && !desk().day().columns().isEmpty())
                .get());
  }

  private void look(String name, Theme theme) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    String file = name + "-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
    robot.interact(
        () -> Picture.write(Picture.of(desk().scene()), Path.of("target", "pictures", file)));
    assertThat(Looks.cut(robot.lookup(".form").query())).as(file).isEmpty();
  }
}
