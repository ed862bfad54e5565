package io.daysheet.bench;

import io.daysheet.desktop.DaysheetDesk;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Starts the desk as a receptionist does, and says so when a visit stands on its board: after
/// style and layout of that pulse, which is painted next.
final class DeskStart {

  static final String PAINTED = "painted";

  private DeskStart() {}

  /// Takes the desk's own options.
  public static void main(String[] arguments) {
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(DeskStart::watch);
                  }
                });
    DaysheetDesk.main(arguments);
  }

  private static void watch(Window window) {
    Scene scene = window.getScene();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            if (scene.getRoot().lookup(".visit") != null) {
              scene.removePostLayoutPulseListener(this);
              System.out.println(PAINTED);
              Platform.runLater(Platform::exit);
            }
          }
        });
  }
}
