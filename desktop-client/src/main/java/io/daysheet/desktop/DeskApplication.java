package io.daysheet.desktop;

import io.daysheet.desktop.DeskSettings.Place;
import io.daysheet.desktop.day.DayScreen;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.fx.ApplicationIcon;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The desk's window, and the one place where its parts are put together.
///
/// The window's title names no patient and no doctor: it is seen in task bars and on shared
/// screens.
public final class DeskApplication extends Application {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  @Override
  public void start(Stage stage) {
    DeskSettings settings = DeskSettings.of(getParameters().getRaw(), System::getenv);
    DayViewModel day = new DayViewModel(InstantSource.system());
    Screens screens = new Screens().wire(DayScreen.class, () -> new DayScreen(day));
    Parent root = screens.<Parent, DayScreen>load(DayScreen.class).root();
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    Theme.named(settings.theme()).applyTo(scene);
    stage.getIcons().setAll(ApplicationIcon.images());
    stage.setTitle("Daysheet");
    stage.setMinWidth(960);
    stage.setMinHeight(600);
    stage.setScene(scene);
    Place place = settings.place();
    if (place != null) {
      put(stage, place);
    }
    stage.show();
    everySecond(day::tick);
  }

  private static void put(Stage stage, Place place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
  }

  private static void everySecond(Runnable tick) {
    Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick.run()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }
}
