package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.fx.Picture;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.wire.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
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

/// The forms in every theme, offline and in a small window: nothing is cut, everything has a name
/// and shows its focus. The pictures go to `target/pictures`.
class FormsLookIT {

  private final FxRobot robot = new FxRobot();
  private @Nullable QuietDesk desk;

  @AfterEach
  void hide() throws Exception {
    FxToolkit.cleanupStages();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theFormForAnAvailability(Theme theme) throws Exception {
    show(theme, 1280, 800);
    open(() -> desk().choose(Clinic.HADDAD.id(), Clinic.at(16)));
    look("availability-form-" + theme.name());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theFormForAVisitThatIsInTheWayOfAnother(Theme theme) throws Exception {
    show(theme, 1280, 800);
    bookSomebodyWhoIsBusy();
    look("book-form-" + theme.name());
    assertThat(robot.lookup("Show that visit").queryAll()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theSlotThatWasTaken(Theme theme) throws Exception {
    show(theme, 1280, 800);
    lose();
    look("taken-" + theme.name());
    assertThat(robot.lookup(".ghost").queryAll()).isNotEmpty();
    assertThat(robot.lookup("Just taken, Desk 2").queryAll()).isNotEmpty();
  }

  @Test
  void aSmallWindowKeepsTheButtonsInReach() throws Exception {
    show(Theme.LIGHT, 960, 600);
    lose();
    look("taken-small");
    assertThat(Looks.cut(desk().scene().getRoot())).isEmpty();
    Node reason = robot.lookup(".form #reason").query();
    Node foot = robot.lookup(".form-foot").query();
    assertThat(bottom(reason)).isGreaterThan(top(foot));
    robot.interact(reason::requestFocus);
    assertThat(bottom(reason)).isLessThan(top(foot));
    look("taken-small-reason");
    bounded(".form .accent");
    bounded(".form-why");
  }

  @Test
  void anOpenFormOffline() throws Exception {
    show(Theme.LIGHT, 1280, 800);
    bookSomebodyWhoIsBusy();
    robot.interact(() -> desk().server().lose());
    look("book-form-offline");
  }

  @Test
  void everyControlHasAName() throws Exception {
    show(Theme.LIGHT, 1280, 800);
    named();
    open(() -> desk().choose(Clinic.HADDAD.id(), Clinic.at(16)));
    named();
    robot.type(KeyCode.ESCAPE);
    open(() -> desk().choose(Clinic.LINDQVIST.id(), Clinic.at(13)));
    robot.press(KeyCode.ALT).type(KeyCode.N).release(KeyCode.ALT);
    named();
    robot.type(KeyCode.ESCAPE);
    bookSomebodyWhoIsBusy();
    named();
  }

  @Test
  void tabGoesThroughTheFormInTheOrderOfTheEye() throws Exception {
    show(Theme.LIGHT, 1280, 800);
    open(() -> desk().choose(Clinic.HADDAD.id(), Clinic.at(16)));

    assertThat(Looks.stops(form())).map(Looks::spoken).startsWith("From", "Until");
    fromTheTopDown();
    robot.type(KeyCode.ESCAPE);
    bookSomebodyWhoIsBusy();
    fromTheTopDown();
  }

  @Test
  void theFocusCanBeSeenOnEveryControl() throws Exception {
    show(Theme.LIGHT, 1280, 800);
    open(() -> desk().choose(Clinic.HADDAD.id(), Clinic.at(16)));
    everyFocusIsSeen();
    robot.type(KeyCode.ESCAPE);
    bookSomebodyWhoIsBusy();
    everyFocusIsSeen();
  }

  private void everyFocusIsSeen() throws Exception {
    for (Node stop : Looks.stops(form())) {
      robot.interact(() -> desk().scene().getRoot().requestFocus());
      String before = border(stop);
      robot.interact(stop::requestFocus);
      assertThat(border(stop)).as(Looks.spoken(stop)).isNotEqualTo(before);
    }
  }

  /// The pixels of a control's outline.
  private String border(Node node) throws Exception {
    return onFx(() -> {
      Bounds at = node.localToScene(node.getLayoutBounds());
      var pixels = desk().scene().snapshot(null).getPixelReader();
      StringBuilder drawn = new StringBuilder();
      int y = (int) Math.round(at.getMinY()) + (node instanceof TextInputControl ? 1 : 0);
      for (int x = (int) at.getMinX() + 6; x < at.getMaxX() - 6; x++) {
        drawn.append(Integer.toHexString(pixels.getArgb(x, y)));
        drawn.append(Integer.toHexString(pixels.getArgb(x, y + 1)));
      }
      return drawn.toString();
    });
  }

  private void fromTheTopDown() {
    List<Double> middles =
        Looks.stops(form()).stream()
            .map(stop -> stop.localToScene(stop.getLayoutBounds()).getMaxY())
            .toList();
    assertThat(middles).isSorted();
  }

  private void named() {
    assertThat(Looks.stops(desk().scene().getRoot()))
        .isNotEmpty()
        .allSatisfy(stop -> assertThat(Looks.spoken(stop)).as(stop.toString()).isNotBlank());
  }

  private void bounded(String what) {
    Node node = robot.lookup(what).query();
    Bounds at = node.localToScene(node.getLayoutBounds());
    assertThat(at.getMaxY()).as(what).isLessThan(desk().scene().getHeight() - 28);
    assertThat(at.getHeight()).as(what).isPositive();
  }

  private static double top(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinY();
  }

  private static double bottom(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxY();
  }

  private void bookSomebodyWhoIsBusy() throws Exception {
    open(() -> desk().choose(Clinic.HADDAD.id(), Clinic.at(11)));
    robot.interact(() -> desk().server().booked(Clinic.visit(8, Clinic.MENSAH, 11, 1), "Desk 2"));
    search();
    robot.type(KeyCode.ENTER);
  }

  private void lose() throws Exception {
    open(() -> desk().choose(Clinic.LINDQVIST.id(), Clinic.at(13)));
    search();
    robot.type(KeyCode.ENTER);
    robot.interact(
        () -> desk().server().booked(Clinic.visit(9, Clinic.LINDQVIST, 13, 8), "Desk 2"));
  }

  private void search() {
    robot.write("ko");
    await().until(() -> !desk().server().searches.isEmpty());
    robot.interact(() ->
        desk()
            .server()
            .searches
            .getLast()
            .answer()
            .accept(
                new Outcome.Done<>(
                    new Page<>(
                        List.of(
                            QuietHospital.patient(1, "Kowalska", "Zofia"),
                            QuietHospital.patient(2, "Kowalczyk", "Zoltán")),
                        null))));
  }

  private QuietDesk desk() {
    return Objects.requireNonNull(desk);
  }

  private void show(Theme theme, int width, int height) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    onFx(() -> {
      desk = QuietDesk.of(theme, width, height);
      stage.setScene(desk().scene());
      stage.show();
      return true;
    });
    await()
        .until(() -> onFx(() -> !desk().day().isReadOnly() && !desk().day().columns().isEmpty()));
  }

  private void open(Runnable choose) throws Exception {
    robot.interact(choose);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup(".form").queryAll()).hasSize(1);
  }

  private Node form() {
    return robot.lookup(".form").query();
  }

  private void look(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    onFx(() -> {
      Picture.write(Picture.of(desk().scene()), Path.of("target", "pictures", name + ".png"));
      return true;
    });
    assertThat(Looks.cut(form())).as(name).isEmpty();
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    T value = WaitForAsyncUtils.asyncFx(task).get();
    WaitForAsyncUtils.waitForFxEvents();
    return value;
  }
}
