package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.fx.Picture;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.Doctor;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.TimeRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What becomes of visits, in every theme: the panel, a visit in hand, what can be taken back, and
/// what other desks hold. The pictures go to `target/pictures`.
class VisitsLookIT {

  private static final Appointment VISIT = Clinic.visit(1, Clinic.LINDQVIST, 14, 7);

  private final FxRobot robot = new FxRobot();
  private @Nullable QuietDesk desk;

  @AfterEach
  void hide() throws Exception {
    FxToolkit.cleanupStages();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theVisitsPanel(Theme theme) throws Exception {
    show(theme);
    robot.interact(() -> {
      desk().choose(Clinic.LINDQVIST.id(), Clinic.at(14));
      desk().server().histories.getLast().answer().accept(new Outcome.Done<>(history()));
    });
    look("visit-panel", theme);
    assertThat(Looks.cut(robot.lookup(".form").query())).isEmpty();
    assertThat(robot.lookup(".history-line").queryAll()).hasSize(2);
  }

  private static List<AppointmentEvent> history() {
    return List.of(
        event(1, AppointmentEvent.Kind.BOOKED, Clinic.HADDAD, 10, null),
        event(2, AppointmentEvent.Kind.MOVED, Clinic.LINDQVIST, 14, "asked by phone"));
  }

  private static AppointmentEvent event(
      int version, AppointmentEvent.Kind kind, Doctor doctor, int hour, @Nullable String reason) {
    return new AppointmentEvent(
        version,
        Clinic.at(8).minusSeconds(90_000L / version),
        "Marta Król",
        kind,
        AppointmentStatus.SCHEDULED,
        doctor.id(),
        Clinic.at(hour),
        Clinic.at(hour + 1),
        reason);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aVisitInHand(Theme theme) throws Exception {
    show(theme);
    around();
    cursor();
    robot.type(KeyCode.M, KeyCode.DOWN);
    look("visit-in-hand", theme);
    robot.type(KeyCode.LEFT);
    look("visit-in-hand-forbidden", theme);
    assertThat(robot.lookup(".move-forbidden").queryAll()).isNotEmpty();
    assertThat(robot.lookup(".move-source").queryAll()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aMoveThatCanBeTakenBack(Theme theme) throws Exception {
    show(theme);
    around();
    cursor();
    robot.type(KeyCode.M, KeyCode.DOWN, KeyCode.ENTER);
    look("visit-move-reason", theme);
    assertThat(Looks.cut(robot.lookup(".form").query())).isEmpty();
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT1).release(KeyCode.ALT).type(KeyCode.ENTER);
    robot.interact(() ->
        desk()
            .server()
            .moves
            .getFirst()
            .answer()
            .accept(
                new Outcome.Done<>(
                    VISIT.movedTo(
                        VISIT.doctorId(), new TimeRange(Clinic.at(15), Clinic.at(16)), null))));
    look("visit-moved", theme);
    assertThat(robot.lookup("Kowalska, Zofia moved to 15:00").queryAll()).isNotEmpty();
  }

  /// Another desk holds a slot, and a doctor is away.
  private void around() {
    robot.interact(() -> {
      desk()
          .server()
          .held(
              Clinic.until(
                  Clinic.hold(9, Clinic.LINDQVIST.id(), Clinic.at(11), "J. Novák"),
                  QuietDesk.CLOCK.instant().plusSeconds(221)));
      desk()
          .server()
          .away(
              new TimeOff(
                  new TimeOffId(new UUID(10, 1)),
                  Clinic.MENSAH.id(),
                  Clinic.at(13),
                  Clinic.at(18),
                  TimeOff.Reason.SICK,
                  1));
    });
  }

  private void cursor() {
    robot.interact(() -> {
      desk().day().moveCursorTo(Clinic.LINDQVIST.id(), Clinic.at(14));
      desk().ground().requestFocus();
    });
  }

  private QuietDesk desk() {
    return Objects.requireNonNull(desk);
  }

  private void show(Theme theme) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    robot.interact(() -> {
      desk = QuietDesk.of(theme, 1280, 800);
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
  }
}
