package io.daysheet.desktop.form;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that every form has: Enter commits wherever the focus is, Alt and a number go to what
/// is in the way.
public final class FormKeys {

  private FormKeys() {}

  /// Takes them before the controls do.
  ///
  /// @param commit what Enter does, except on a button or a link, which Enter presses, and in a
  ///   list that is open, from which Enter takes
  /// @param number what Alt and a number do
  public static void install(Node form, Runnable commit, IntConsumer number) {
    form.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !isTheirs(event)) {
            commit.run();
            event.consume();
          } else if (isAlt(event) && digit(event) > 0) {
            number.accept(digit(event));
            event.consume();
          }
        });
  }

  private static boolean isTheirs(KeyEvent event) {
    return event.getTarget() instanceof ButtonBase
        || (event.getTarget() instanceof ComboBoxBase<?> list && list.isShowing());
  }

  /// Whether Alt is held. With Ctrl it is AltGr, which types letters: ń, @, {.
  public static boolean isAlt(KeyEvent event) {
    return event.isAltDown() && !event.isControlDown();
  }

  /// The digit of a key of either block; 0 if it is none.
  public static int digit(KeyEvent event) {
    KeyCode code = event.getCode();
    String name = code.isDigitKey() ? code.getName() : "";
    String last = name.isEmpty() ? "" : name.substring(name.length() - 1);
    return last.isEmpty() ? 0 : Character.digit(last.charAt(0), 10);
  }

  /// Whether a key goes into a text.
  public static boolean isTyping(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl;
  }
}
