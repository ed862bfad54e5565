package io.daysheet.desktop.fx;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// What takes room on a page only while there is something to show.
public final class Place {

  private Place() {}

  public static void show(Node node, boolean when) {
    node.setVisible(when);
    node.setManaged(when);
  }

  /// Null is nothing to say.
  public static void say(Label label, @Nullable String text) {
    label.setText(text == null ? "" : text);
    show(label, !label.getText().isEmpty());
  }

  /// Says what is wrong below a field, and to who hears it rather than sees it.
  public static void say(Label label, TextInputControl about, String text) {
    say(label, text);
    about.setAccessibleHelp(text);
  }

  /// Writes a text into a field, unless it stands there: the cursor stays where somebody types.
  public static void set(TextInputControl field, String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }
}
