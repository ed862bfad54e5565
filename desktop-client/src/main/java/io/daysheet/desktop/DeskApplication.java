package io.daysheet.desktop;

import io.daysheet.desktop.DeskSettings.Place;
import io.daysheet.desktop.fx.ApplicationIcon;
import io.daysheet.desktop.signin.SystemBrowser;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Future;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desk's window.
///
/// Its title names no patient and no doctor: it is seen in task bars and on shared screens.
public final class DeskApplication extends Application {

  /// What the toolkit, which makes the application itself, can't hand over.
  private static @Nullable Started started;

  private @Nullable AutoCloseable desk;

  /// @param line of a desk at which nobody has to sign in; null for every other one
  private record Started(
      DeskSettings settings, InstantSource clock, @Nullable Future<EarlyLine> line) {}

  /// Starts the toolkit. Returns when the desk is closed.
  static void launch(DeskSettings settings, InstantSource clock) {
    if (settings.demo() == null) {
      started = new Started(settings, clock, null);
      launch(DeskApplication.class);
    } else {
      launchSignedIn(settings, clock);
    }
  }

  /// Starts the toolkit and asks the server in the meantime; nobody has to sign in.
  static void launchSignedIn(DeskSettings settings, InstantSource clock) {
    started = new Started(settings, clock, EarlyLine.open(settings, clock));
    launch(DeskApplication.class);
  }

  /// Puts what the server has answered by now on the board before the window is shown, so that it
  /// is styled and laid out once.
  @Override
  public void start(Stage stage) throws Exception {
    Started with = Objects.requireNonNull(started, "not launched");
    stage.getIcons().setAll(ApplicationIcon.images());
    stage.setTitle("Daysheet");
    stage.setMinWidth(960);
    stage.setMinHeight(600);
    if (with.line() == null) {
      var workplace = new Workplace(with.settings(), with.clock(), new SystemBrowser());
      desk = workplace;
      stage.setScene(workplace.scene());
    } else {
      var opened = new Desk(with.settings(), with.clock(), with.line().get());
      desk = opened;
      stage.setScene(opened.scene());
      opened.start();
    }
    Place place = with.settings().place();
    if (place != null) {
      put(stage, place);
    }
    stage.show();
  }

  @Override
  public void stop() throws Exception {
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
