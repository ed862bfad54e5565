package io.daysheet.desktop;

import java.util.List;
import javafx.application.Application;

/// Starts the desk.
///
/// It is no JavaFX application itself: on the class path the launcher refuses a main class that is
/// one.
public final class DaysheetDesk {
  private DaysheetDesk() {}

  /// Takes the options of [DeskSettings], or `--check` alone.
  public static void main(String... arguments) {
    if (List.of(arguments).equals(List.of("--check"))) {
      SelfCheck.run();
      return;
    }
    Application.launch(DeskApplication.class, arguments);
  }
}
