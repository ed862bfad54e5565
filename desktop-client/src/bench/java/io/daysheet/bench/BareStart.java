package io.daysheet.bench;

import com.calendarfx.view.DayView;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The yardstick of the start: a window with one empty day of CalendarFX.
final class BareStart {

  private BareStart() {}

  /// Takes nothing.
  public static void main(String[] arguments) {
    Application.launch(BareWindow.class);
  }

  /// The window.
  public static final class BareWindow extends Application {
    @Override
    public void start(Stage stage) {
      var scene = new Scene(new DayView(), 1280, 800);
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              scene.removePostLayoutPulseListener(this);
              System.out.println(DeskStart.PAINTED);
              Platform.runLater(Platform::exit);
            }
          });
      stage.setScene(scene);
      stage.show();
    }
  }
}
