package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The panel of all keys, in the headless toolkit.
class KeyPanelIT {
  private final DayAtHand at = new DayAtHand();
  private final FxRobot robot = at.robot;
  private DeskOnScreen desk;

  @BeforeEach
  void open() throws Exception {
    desk = at.open();
  }

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void f1ShowsAllKeysAndEscGoesBackToTheCursor() throws Exception {
    robot.interact(() -> desk.board().requestFocus());
    robot.type(KeyCode.F1);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("All keys").queryAll()).isNotEmpty();
    assertThat(keyPanel().isVisible()).isTrue();
    WaitForAsyncUtils.asyncFx(() -> DayPictures.take(desk.scene(), "all-keys")).get();
    LocalDate before = desk.day().dateProperty().get();
    SlotCursor cursor = desk.day().cursorProperty().get();
    robot.write("]t");
    robot.type(KeyCode.DOWN, KeyCode.TAB, KeyCode.ESCAPE);

    assertThat(keyPanel().isVisible()).isFalse();
    assertThat(desk.board().isFocused()).isTrue();
    assertThat(desk.day().dateProperty().get()).isEqualTo(before);
    assertThat(desk.day().cursorProperty().get()).isEqualTo(cursor);
  }

  @Test
  void aQuestionMarkShowsThemAndClosesThemAgain() {
    robot.interact(() -> desk.board().requestFocus());
    typed("?");
    assertThat(keyPanel().isVisible()).isTrue();
    typed("?");
    assertThat(keyPanel().isVisible()).isFalse();
  }

  @Test
  void f1InAFormLeavesWhatWasTypedAndItsFocus() {
    TextField patient = at.openForm();
    robot.write("kow?");
    robot.type(KeyCode.F1);
    assertThat(keyPanel().isVisible()).isTrue();
    robot.type(KeyCode.ESCAPE);

    assertThat(keyPanel().isVisible()).isFalse();
    assertThat(desk.board().layer().isOpen()).isTrue();
    assertThat(patient.isFocused()).isTrue();
    assertThat(patient.getText()).isEqualTo("kow?");
  }

  @Test
  void everyKeyThatIsToldHasAMeaning() {
    assertThat(keyPanel().lookupAll(".key-row")).hasSizeGreaterThan(12);
    assertThat(desk.scene().getRoot().lookupAll(".status-bar .key-hint")).hasSize(7);
  }

  private Node keyPanel() {
    return desk.scene().getRoot().lookup(".key-panel");
  }

  /// A character that not every keyboard has a key for.
  private void typed(String character) {
    robot.interact(() ->
        desk.scene()
            .getFocusOwner()
            .fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    character,
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false)));
  }
}
