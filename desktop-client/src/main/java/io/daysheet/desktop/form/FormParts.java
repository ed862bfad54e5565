package io.daysheet.desktop.form;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What all forms are made of.
public final class FormParts {

  private FormParts() {}

  /// Gives a form its look.
  public static void dress(Parent form) {
    String sheet =
        Objects.requireNonNull(FormParts.class.getResource("forms.css")).toExternalForm();
    if (!form.getStylesheets().contains(sheet)) {
      form.getStylesheets().add(sheet);
    }
  }

  /// Writes what a button does and, as a cap, the key that does the same.
  public static void label(Button button, String text, String key) {
    if (text.equals(button.getText())) {
      return;
    }
    button.setText(text);
    KeyCap.on(button, key);
  }

  /// One line with an icon.
  public static HBox line(String icon, String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    HBox line = new HBox(Icons.icon(icon), label);
    line.getStyleClass().setAll("form-line");
    line.getStyleClass().addAll(styles);
    return line;
  }
}
