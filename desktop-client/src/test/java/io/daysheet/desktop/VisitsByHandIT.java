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
import io.daysheet.schedule.AppointmentStep;
import java.time.Instant;
import java.time.InstantSource;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
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

  /// It begins today: whoever moves it says why.
  private Instant movedTo() throws Exception {
    awaitFocus("#moveReason");
    assertThat(server.moves).isEmpty();
    robot.write("asked by phone").type(KeyCode.ENTER);
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
    return field("#reason");
  }

  private void awaitFocus(String name) {
    await().ignoreExceptions().until(() -> onFx(() -> field(name).isFocused()));
  }

  private TextField field(String name) {
    return robot.lookup(name).query();
  }

  @Test
  void aNumberIsAReasonAndEscLeavesTheVisitWhereItWas() throws Exception {
    robot.type(KeyCode.M, KeyCode.DOWN, KeyCode.ENTER);
    awaitFocus("#moveReason");
    robot.type(KeyCode.ENTER);
    assertThat(server.moves).as("nobody said why").isEmpty();
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup(".form").queryAll()).isEmpty();
    assertThat(isMoving()).isFalse();

    cursor(LINDQVIST, 14);
    robot.type(KeyCode.M, KeyCode.DOWN, KeyCode.ENTER);
    awaitFocus("#moveReason");
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT1).release(KeyCode.ALT);
    robot.type(KeyCode.ENTER);
    await().until(() -> server.moves.size() == 1);
    assertThat(server.moves.getFirst().command().reason()).isEqualTo("Patient asked");
    assertThat(robot.lookup(".form").queryAll()).isEmpty();
  }

  @Test
  void tabAndSpaceTakeAVisitThroughItsDay() throws Exception {
    status(AppointmentStatus.ARRIVED, 2);
    desk.choose(LINDQVIST, Clinic.at(14));
    press("Complete");
    assertThat(server.steps.getLast().command()).isEqualTo(AppointmentStep.COMPLETE);
  }

  @Test
  void anArrivalIsUndoneByKeys() throws Exception {
    status(AppointmentStatus.ARRIVED, 2);
    desk.choose(LINDQVIST, Clinic.at(14));
    press("Undo arrival");
    assertThat(server.steps.getLast().command()).isEqualTo(AppointmentStep.UNDO_CHECK_IN);
  }

  @Test
  void whoDidNotComeIsNotedByKeysAndCanStillArrive() throws Exception {
    FxToolkit.cleanupStages();
    desk = FormsAtHand.show(1000, 800, InstantSource.fixed(Clinic.at(14).plusSeconds(1800)));
    server = desk.server;
    desk.choose(LINDQVIST, Clinic.at(14));
    press("No-show");
    assertThat(server.steps.getLast().command()).isEqualTo(AppointmentStep.MARK_NO_SHOW);
    onFx(() -> {
      var noShow = Clinic.with(VISIT, AppointmentStatus.NO_SHOW, 2);
      server.steps.getLast().answer().accept(new Outcome.Done<>(noShow));
      return true;
    });
    robot.type(KeyCode.ESCAPE);

    cursor(LINDQVIST, 14);
    robot.type(KeyCode.C);
    await().until(() -> server.steps.size() == 2);
    assertThat(server.steps.getLast().command()).isEqualTo(AppointmentStep.CHECK_IN);
  }

  /// Another desk took the visit there.
  private void status(AppointmentStatus status, int version) throws Exception {
    onFx(() -> {
      server.changed(Clinic.with(VISIT, status, version), "Desk 2");
      return true;
    });
  }

  /// Goes to a button of the form with Tab, and presses it.
  private void press(String label) throws Exception {
    for (int stops = 0; stops < 12 && !label.equals(focused()); stops++) {
      robot.type(KeyCode.TAB);
    }
    assertThat(focused()).isEqualTo(label);
    robot.type(KeyCode.SPACE);
  }

  private String focused() throws Exception {
    return onFx(() ->
        desk.ground.getScene().getFocusOwner() instanceof Button button ? button.getText() : "");
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
