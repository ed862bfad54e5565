package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.fx.Picture;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.schedule.Appointment;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// An availability that is changed or removed with visits inside, in every theme. The pictures go
/// to `target/pictures`.
class ArrangingLookIT {

  private static final List<Appointment> VISITS =
      List.of(
          Clinic.visit(1, Clinic.LINDQVIST, 10, 1),
          Clinic.visit(2, Clinic.LINDQVIST, 13, 2),
          Clinic.visit(3, Clinic.LINDQVIST, 15, 3));

  private final FxRobot robot = new FxRobot();
  private @Nullable QuietDesk desk;

  @AfterEach
  void hide() throws Exception {
    FxToolkit.cleanupStages();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void whatBecomesOfEachVisit(Theme theme) throws Exception {
    show(theme);
    robot.type(KeyCode.A);
    await().until(() -> robot.lookup("#commit").tryQuery().isPresent());
    look("availability-change", theme);
    robot.push(KeyCode.ALT, KeyCode.R);
    robot.push(KeyCode.ALT, KeyCode.M);
    robot.interact(() -> robot.lookup(".inside-visit").query().requestFocus());
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.DELETE);
    look("availability-remove", theme);
    assertThat(Looks.cut(robot.lookup(".form").query())).isEmpty();
    assertThat(robot.lookup(".inside-visit").queryAll()).hasSize(3);
  }

  private void show(Theme theme) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    robot.interact(() -> {
      QuietDesk made =
          QuietDesk.of(
              theme,
              1000,
              900,
              Clinic.day(5, List.of(Clinic.availability(1, Clinic.LINDQVIST, 9, 17)), VISITS));
      made.arranging()
          .free
          .put(
              Clinic.LINDQVIST.id(),
              List.of(Clinic.at(33), Clinic.at(34), Clinic.at(37), Clinic.at(38)));
      desk = made;
      stage.setScene(made.scene());
      stage.show();
    });
    await()
        .until(() ->
            WaitForAsyncUtils.asyncFx(
                    () -> !desk().day().isReadOnly() && !desk().day().columns().isEmpty())
                .get());
    robot.interact(() -> {
      desk().day().moveCursorTo(Clinic.LINDQVIST.id(), Clinic.at(10));
      desk().ground().requestFocus();
    });
  }

  private QuietDesk desk() {
    return Objects.requireNonNull(desk);
  }

  private void look(String name, Theme theme) {
    WaitForAsyncUtils.waitForFxEvents();
    String file = name + "-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
    robot.interact(
        () -> Picture.write(Picture.of(desk().scene()), Path.of("target", "pictures", file)));
  }
}
