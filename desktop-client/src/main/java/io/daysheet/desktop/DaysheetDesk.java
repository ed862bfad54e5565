package io.daysheet.desktop;

import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ServerAddress;
import java.util.List;
import javafx.application.Application;

/// Starts the desk.
///
/// It is no JavaFX application itself: on the class path the launcher refuses a main class that is
/// one.
public final class DaysheetDesk {
  private DaysheetDesk() {}

  /// Takes the options of [DeskSettings], or `--check` alone; what can't be used is said before a
  /// window opens.
  public static void main(String... arguments) {
    if (List.of(arguments).equals(List.of("--check"))) {
      SelfCheck.run();
      return;
    }
    try {
      var settings = DeskSettings.of(List.of(arguments), System::getenv);
      Thread.ofPlatform().daemon().name("first-request").start(() -> ask(settings));
    } catch (DeskSettings.Unusable wrong) {
      System.err.println("Daysheet: " + wrong.getMessage());
      System.exit(2);
    }
    Application.launch(DeskApplication.class, arguments);
  }

  /// Asks the server whether it is there, and forgets the answer: what a connection needs is loaded
  /// then, while the toolkit starts on another core.
  private static void ask(DeskSettings settings) {
    var address = new ServerAddress(settings.server().toString(), settings.deskName());
    Request _ = new HttpScheduleServer(address, Runnable::run).hospitals(_ -> address.close());
  }
}
