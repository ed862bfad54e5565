package io.daysheet.desktop;

import io.daysheet.desktop.DeskSettings.Place;
import io.daysheet.desktop.fx.ApplicationIcon;
import java.time.InstantSource;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desk's window.
///
/// Its title names no patient and no doctor: it is seen in task bars and on shared screens.
public final class DeskApplication extends Application {

  private @Nullable Desk desk;

  @Override
  public void start(Stage stage) {
    var settings = DeskSettings.of(getParameters().getRaw(), System::getenv);
    var opened = new Desk(settings, InstantSource.system());
    desk = opened;
    stage.getIcons().setAll(ApplicationIcon.images());
    stage.setTitle("Daysheet");
    stage.setMinWidth(960);
    stage.setMinHeight(600);
    stage.setScene(opened.scene());
    Place place = settings.place();
    if (place != null) {
      put(stage, place);
    }
    stage.show();
    opened.start();
  }

  @Override
  public void stop() {
    if (desk != null) {
      desk.close();
    }
  }

  private static void put(Stage stage, Place place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
  }
}
