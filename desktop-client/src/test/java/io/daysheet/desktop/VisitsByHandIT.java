package io.daysheet.desktop;

import static io.daysheet.desktop.FormsAtHand.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.day.BoardPlaces;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import java.time.Instant;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Visits under the keys and the mouse: taken up and let go of, checked in, cancelled.
class VisitsByHandIT {

  private static final DoctorId LINDQVIST = Clinic.LINDQVIST.id();
  private static final Appointment VISIT = Clinic.visit(1, Clinic.LINDQVIST, 14, 7);

  private FormsAtHand desk;
  private FxRobot robot;
  private QuietHospital server;

  @BeforeEach
  void show() throws Exception {
    desk = FormsAtHand.show(1000, 800);
    robot = desk.robot;
    server = desk.server;
    cursor(LINDQVIST, 14);
  }

  @AfterEach
  void hide() throws Exception {
    FxToolkit.cleanupStages();
  }

  private void cursor(DoctorId doctor, int hour) throws Exception {
    onFx(() -> {
      desk.day.moveCursorTo(doctor, Clinic.at(hour));
      desk.ground.requestFocus();
      return true;
    });
  }

  private boolean isMoving() throws Exception {
    return onFx(() -> desk.day.moving().isMoving());
  }

  private Instant movedTo() {
    await().until(() -> server.moves.size() == 1);
    return server.moves.getFirst().command().start().toInstant();
  }

  @Test
  void mArrowsEnterMoveAVisit() throws Exception {
    robot.type(KeyCode.M);
    assertThat(isMoving()).isTrue();
    robot.type(KeyCode.DOWN, KeyCode.ENTER);

    assertThat(movedTo()).isEqualTo(Clinic.at(15));
    assertThat(isMoving()).isFalse();
  }

  @Test
  void soDoTheKeysOfTheClipboard() throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.X);
    robot.type(KeyCode.UP);
    robot.push(KeyCode.CONTROL, KeyCode.V);

    assertThat(movedTo()).isEqualTo(Clinic.at(13));
  }

  @Test
  void escPutsItBack() throws Exception {
    robot.type(KeyCode.M, KeyCode.DOWN, KeyCode.ESCAPE);
    assertThat(isMoving()).isFalse();
    robot.type(KeyCode.ENTER);
    assertThat(server.moves).isEmpty();
  }

  @Test
  void whereItCanNotBeItStaysInHandAndSaysWhy() throws Exception {
    robot.type(KeyCode.M, KeyCode.LEFT, KeyCode.ENTER);

    assertThat(isMoving()).isTrue();
    assertThat(server.moves).isEmpty();
    assertThat(onFx(() -> desk.day.notices().size())).isEqualTo(1);
    assertThat(robot.lookup(".move-forbidden").queryAll()).isNotEmpty();
  }

  @Test
  void aCardIsDraggedToAnotherDoctor() throws Exception {
    robot
        .moveTo(place(LINDQVIST, 14))
        .press(MouseButton.PRIMARY)
        .moveTo(place(Clinic.MENSAH.id(), 14))
        .moveTo(place(Clinic.MENSAH.id(), 13));
    assertThat(isMoving()).isTrue();
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(movedTo()).isEqualTo(Clinic.at(13));
    assertThat(server.moves.getFirst().command().doctorId()).isEqualTo(Clinic.MENSAH.id());
    assertThat(robot.lookup(".form").queryAll()).isEmpty();
  }

  @Test
  void aCardThatIsDroppedOnAnotherGoesBack() throws Exception {
    robot
        .moveTo(place(LINDQVIST, 14))
        .press(MouseButton.PRIMARY)
        .moveTo(place(Clinic.MENSAH.id(), 13))
        .moveTo(place(Clinic.MENSAH.id(), 14))
        .release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(isMoving()).isFalse();
    assertThat(server.moves).isEmpty();
    assertThat(robot.lookup("Show that visit").queryAll()).isNotEmpty();
  }

  private Point2D place(DoctorId doctor, int hour) throws Exception {
    return onFx(() -> {
      var middle =
          BoardPlaces.middle(desk.ground, desk.day.choiceAt(doctor, Clinic.at(hour)).orElseThrow());
      return desk.ground.localToScreen(middle);
    });
  }

  @Test
  void cChecksIn() {
    robot.type(KeyCode.C);
    await().until(() -> server.steps.size() == 1);
    assertThat(server.steps.getFirst().command().verb()).isEqualTo("check-in");
  }

  @Test
  void delAsksWhyAndWhatWasCancelledCanBeBookedAgain() throws Exception {
    robot.type(KeyCode.DELETE);
    await().until(() -> onFx(() -> reason().isFocused()));
    robot.write("asked by phone").type(KeyCode.ENTER);
    await().until(() -> server.cancellations.size() == 1);
    onFx(() -> {
      server
          .cancellations
          .getFirst()
          .answer()
          .accept(new Outcome.Done<>(Clinic.with(VISIT, AppointmentStatus.CANCELLED, 2)));
      return true;
    });
    assertThat(robot.lookup(".form").queryAll()).isEmpty();

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    await().until(() -> server.bookings.size() == 1);
    assertThat(server.bookings.getFirst().command().start().toInstant()).isEqualTo(VISIT.start());
  }

  private TextField reason() {
    return robot.lookup("#reason").query();
  }

  @Test
  void noKeyFiresWhileTextIsTyped() throws Exception {
    desk.choose(LINDQVIST, Clinic.at(14));
    onFx(() -> {
      reason().requestFocus();
      return true;
    });
    robot.write("cm").type(KeyCode.DELETE);
    robot.push(KeyCode.CONTROL, KeyCode.X);

    assertThat(isMoving()).isFalse();
    assertThat(server.steps).isEmpty();
    assertThat(robot.lookup(".form").queryAll()).hasSize(1);
  }

  @Test
  void aSlotIsHeldWhileItsFormIsOpen() throws Exception {
    desk.choose(LINDQVIST, Clinic.at(12));
    assertThat(server.holds).hasSize(1);
    assertThat(robot.lookup(".own-hold").queryAll()).hasSize(1);
    robot.type(KeyCode.ESCAPE);
    await().until(() -> server.released.size() == 1);
    assertThat(robot.lookup(".own-hold").queryAll()).isEmpty();
  }
}
