package io.daysheet.desktop;

import io.daysheet.desktop.fx.Theme;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// A window's contents: one screen at a time, and nothing behind it.
///
/// The scene's root stays, and with it the theme's colours; the screen is its only child.
final class Frame {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final StackPane root = new StackPane();
  private final Scene scene = new Scene(root, WIDTH, HEIGHT);

  Frame(Theme theme) {
    theme.applyTo(scene);
  }

  Scene scene() {
    return scene;
  }

  /// Shows a screen. What popped up over the one before goes with it.
  void show(Parent screen) {
    clear();
    root.getChildren().setAll(screen);
  }

  void clear() {
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window instanceof PopupWindow popup
          && Objects.equals(popup.getOwnerWindow(), scene.getWindow())) {
        popup.hide();
      }
    }
    root.getChildren().clear();
  }
}
