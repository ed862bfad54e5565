package io.daysheet.desktop;

import java.time.InstantSource;
import java.util.List;

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
      DeskApplication.launch(settings, InstantSource.system());
    } catch (DeskSettings.Unusable wrong) {
      System.err.println("Daysheet: " + wrong.getMessage());
      System.exit(2);
    }
  }
}
