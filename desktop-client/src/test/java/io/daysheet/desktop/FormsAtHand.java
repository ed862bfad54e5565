package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardFeed;
import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.day.BoardOnScreen;
import io.daysheet.desktop.day.BoardPlaces;
import io.daysheet.desktop.day.DayBoard;
import io.daysheet.desktop.day.DayScreen;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.Patient;
import io.daysheet.wire.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A desk's board with its forms on the screen, over a server that answers when the test says so.
final class FormsAtHand {

  static final InstantSource CLOCK = InstantSource.fixed(Clinic.at(8).plusSeconds(2520));

  final FxRobot robot = new FxRobot();
  final DayViewModel day = new DayViewModel(CLOCK);
  final QuietHospital server;
  final DayBoard ground;
  private final Timers timers = new FxTimers();

  private FormsAtHand(Stage stage, int width, int height) {
    server =
        new QuietHospital(
            timers,
            Clinic.day(
                5,
                List.of(
                    Clinic.availability(1, Clinic.LINDQVIST, 9, 17),
                    Clinic.availability(2, Clinic.MENSAH, 13, 15),
                    Clinic.availability(3, Clinic.HADDAD, 9, 12)),
                List.of(
                    Clinic.visit(1, Clinic.LINDQVIST, 14, 7),
                    Clinic.visit(2, Clinic.MENSAH, 14, 1))));
    Board board = new Board("Desk 1");
    BoardFeed feed = new BoardFeed(board, server, server, timers, CLOCK, new Random(1));
    Writes writes = new Writes(board, feed, server, timers, CLOCK, new Random(1));
    board.addListener(new BoardOnScreen(day, new FxThread()));
    day.whenDayWanted(feed::show);
    var screen =
        new Screens()
            .wire(DayScreen.class, () -> new DayScreen(day))
            .<Parent, DayScreen>load(DayScreen.class);
    ground = screen.controller().board();
    DeskForms forms = new DeskForms(board, writes, server, timers, CLOCK, day, ground);
    board.addListener(forms::heard);
    day.whenChosen(forms::open);
    Scene scene = new Scene(screen.root(), width, height);
    Theme.LIGHT.applyTo(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    day.hospitals().setAll(Clinic.HOSPITAL);
    day.hospitalProperty().set(Clinic.HOSPITAL);
  }

  /// Shows it, with its day loaded.
  static FormsAtHand show(int width, int height) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FormsAtHand shown = onFx(() -> new FormsAtHand(stage, width, height));
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
