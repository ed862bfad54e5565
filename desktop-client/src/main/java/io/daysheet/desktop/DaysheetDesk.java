package io.daysheet.desktop;

import javafx.application.Application;

/// Starts the desk.
///
/// It is no JavaFX application itself: on the class path the launcher refuses a main class that is
/// one.
public final class DaysheetDesk {
  private DaysheetDesk() {}

  /// Takes the options of [DeskSettings].
  public static void main(String... arguments) {
    Application.launch(DeskApplication.class, arguments);
  }
}
