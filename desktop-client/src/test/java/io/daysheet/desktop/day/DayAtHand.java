package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Theme;
import io.daysheet.schedule.DaySchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The screen with a loaded day, under real keys and clicks.
final class DayAtHand {

  final FxRobot robot = new FxRobot();
  final DaySchedule schedule = HedwigDay.picture();
  final List<SlotChoice> chosen = new ArrayList<>();
  private @Nullable DeskOnScreen desk;
  private @Nullable Stage stage;

  DeskOnScreen open() throws Exception {
    FxToolkit.registerPrimaryStage();
    desk = WaitForAsyncUtils.asyncFx(() -> DeskOnScreen.of(schedule, Theme.LIGHT, 980, 800)).get();
    stage = WaitForAsyncUtils.asyncFx(() -> new Stage()).get();
    robot.interact(this::show);
    WaitForAsyncUtils.waitForFxEvents();
    return desk();
  }

  private void show() {
    desk().day().whenChosen(chosen::add);
    stage().setScene(desk().scene());
    stage().setX(0);
    stage().setY(0);
    stage().show();
    desk().board().requestFocus();
  }

  void close() {
    robot.interact(stage()::close);
  }

  DeskOnScreen desk() {
    return Objects.requireNonNull(desk);
  }

  Stage stage() {
    return Objects.requireNonNull(stage);
  }

  TextField openForm() {
    return openForm(1, "13:00");
  }

  TextField openForm(int doctor, String time) {
    TextField patient = new TextField();
    Button book = new Button("Book");
    robot.interact(() -> {
      desk().day().moveCursorTo(schedule.doctors().get(doctor).id(), HedwigDay.at(time));
      desk().board().layer().open(choice(doctor, time), new VBox(patient, book), () -> {});
    });
    WaitForAsyncUtils.waitForFxEvents();
    return patient;
  }

  void cursorTo(int doctor, String time) {
    robot.interact(
        () -> desk().day().moveCursorTo(schedule.doctors().get(doctor).id(), HedwigDay.at(time)));
  }

  SlotChoice choice(int doctor, String time) {
    return desk()
        .day()
        .choiceAt(schedule.doctors().get(doctor).id(), HedwigDay.at(time))
        .orElseThrow();
  }

  void click(int doctor, String time) {
    Rectangle2D slot = desk().board().place(choice(doctor, time)).orElseThrow();
    var at =
        desk()
            .board()
            .localToScreen(
                slot.getMinX() + slot.getWidth() / 2, slot.getMinY() + slot.getHeight() / 2);
    robot.clickOn(at.getX(), at.getY());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
