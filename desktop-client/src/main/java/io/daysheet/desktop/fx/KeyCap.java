package io.daysheet.desktop.fx;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/// A key as it stands on a keyboard, beside what it does.
public final class KeyCap {

  private KeyCap() {}

  public static Label of(String key) {
    Label cap = new Label(key);
    cap.getStyleClass().setAll("label", "key");
    return cap;
  }

  /// Shows, behind what a button says, the key that does the same.
  public static void on(Button button, String key) {
    button.setGraphic(of(key));
    button.setContentDisplay(ContentDisplay.RIGHT);
  }
}
