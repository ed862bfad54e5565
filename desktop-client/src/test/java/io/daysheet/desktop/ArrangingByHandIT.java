package io.daysheet.desktop;

import static io.daysheet.desktop.FormsAtHand.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.day.BoardPlaces;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.DoctorId;
import io.daysheet.wire.Resolution;
import io.daysheet.wire.Resolution.Action;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// An availability with a visit inside, changed and removed from the board by keys and by mouse.
class ArrangingByHandIT {

  private static final DoctorId LINDQVIST = Clinic.LINDQVIST.id();

  private FormsAtHand desk;
  private FxRobot robot;

  @BeforeEach
  void show() throws Exception {
    desk = FormsAtHand.show(1000, 800);
    robot = desk.robot;
    desk.arranging.free.put(LINDQVIST, List.of(Clinic.at(11), Clinic.at(34), Clinic.at(35)));
    onFx(() -> {
      desk.day.moveCursorTo(LINDQVIST, Clinic.at(14));
      desk.ground.requestFocus();
      return true;
    });
  }

  @AfterEach
  void hide() throws Exception {
    FxToolkit.cleanupStages();
  }

  @Test
  void aKeyOnAVisitOpensItsAvailabilityAndAnotherMovesAll() throws Exception {
    robot.type(KeyCode.A);
    await().until(() -> robot.lookup("#commit").tryQuery().isPresent());
    robot.push(KeyCode.ALT, KeyCode.R);
    robot.push(KeyCode.ALT, KeyCode.M);
    // Enter removes nothing by itself: the button does
    robot.type(KeyCode.ENTER);
    assertThat(desk.arranging.closings).isEmpty();
    onFx(() -> {
      robot.lookup("#commit").queryAs(Button.class).requestFocus();
      return true;
    });
    robot.type(KeyCode.ENTER);

    assertThat(desk.arranging.closings)
        .singleElement()
        .extracting(each -> first(each.resolutions()))
        .isEqualTo(
            new Resolution(
                Clinic.visit(1, Clinic.LINDQVIST, 14, 7).id(),
                Action.MOVE,
                Clinic.at(34).atZone(Clinic.ZONE).toOffsetDateTime(),
                null,
                "The doctor is not available then any more"));
    onFx(() -> {
      desk.arranging.answer(new Outcome.Done<>(Clinic.availability(1, Clinic.LINDQVIST, 9, 17)));
      return true;
    });
    assertThat(robot.lookup(".form").queryAll()).isEmpty();
  }

  @Test
  void theOtherButtonOpensItAndEnterChangesItsTimes() throws Exception {
    Point2D middle =
        onFx(() ->
            desk.ground.localToScreen(
                BoardPlaces.middle(
                    desk.ground, desk.day.choiceAt(LINDQVIST, Clinic.at(10)).orElseThrow())));
    robot.moveTo(middle).clickOn(MouseButton.SECONDARY);
    await().until(() -> robot.lookup("#until").tryQuery().isPresent());
    onFx(() -> {
      robot.lookup("#until").queryTextInputControl().setText("14");
      robot.lookup(".inside-visit").query().requestFocus();
      return true;
    });
    robot.type(KeyCode.DELETE);
    robot.type(KeyCode.ENTER);

    assertThat(desk.arranging.changes)
        .singleElement()
        .extracting(each -> first(each.resolutions()).action())
        .isEqualTo(Action.CANCEL);
  }

  @Test
  void whereNobodyIsAvailableItIsSaid() throws Exception {
    onFx(() -> {
      desk.day.moveCursorTo(Clinic.HADDAD.id(), Clinic.at(15));
      return true;
    });
    robot.type(KeyCode.A);

    await().until(() -> onFx(() -> desk.day.notices().size()) == 1);
    assertThat(robot.lookup(".form").queryAll()).isEmpty();
  }

  private static Resolution first(@Nullable List<Resolution> all) {
    return Objects.requireNonNull(all).getFirst();
  }
}
