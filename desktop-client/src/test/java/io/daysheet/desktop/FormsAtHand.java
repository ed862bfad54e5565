package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.availability.QuietArranging;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.day.BoardPlaces;
import io.daysheet.desktop.day.DayBoard;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.Patient;
import io.daysheet.wire.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A desk's board with its forms on the screen, over a server that answers when the test says so.
final class FormsAtHand {

  static final InstantSource CLOCK = QuietDesk.CLOCK;

  final FxRobot robot = new FxRobot();
  final DayViewModel day;
  final QuietHospital server;
  final QuietArranging arranging;
  final DayBoard ground;

  private FormsAtHand(Stage stage, int width, int height, InstantSource clock) {
    QuietDesk quiet = QuietDesk.of(Theme.LIGHT, width, height, clock);
    day = quiet.day();
    server = quiet.server();
    arranging = quiet.arranging();
    ground = quiet.ground();
    stage.setScene(quiet.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /// Shows it, with its day loaded.
  static FormsAtHand show(int width, int height) throws Exception {
    return show(width, height, CLOCK);
  }

  /// The same at another time of the day.
  static FormsAtHand show(int width, int height, InstantSource clock) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FormsAtHand shown = onFx(() -> new FormsAtHand(stage, width, height, clock));
    await().until(() -> onFx(() -> !shown.day.isReadOnly() && !shown.day.columns().isEmpty()));
    return shown;
  }

  /// Chooses a slot as Enter on it does.
  void choose(DoctorId doctor, Instant at) throws Exception {
    onFx(() -> day.choose(day.choiceAt(doctor, at).orElseThrow()));
    assertThat(robot.lookup(".form").queryAll()).hasSize(1);
  }

  /// Clicks the middle of a slot with the mouse.
  void click(DoctorId doctor, Instant at) throws Exception {
    Point2D middle =
        onFx(() -> {
          var place = BoardPlaces.middle(ground, day.choiceAt(doctor, at).orElseThrow());
          return ground.localToScreen(place);
        });
    robot.clickOn(middle);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Answers the last search.
  void find(Patient... found) throws Exception {
    await().until(() -> onFx(() -> !server.searches.isEmpty()));
    onFx(() -> {
      var page = new Page<>(List.of(found), null);
      server.searches.getLast().answer().accept(new Outcome.Done<>(page));
      return true;
    });
  }

  static <T> T onFx(Callable<T> task) throws Exception {
    T value = WaitForAsyncUtils.asyncFx(task).get();
    WaitForAsyncUtils.waitForFxEvents();
    return value;
  }
}
