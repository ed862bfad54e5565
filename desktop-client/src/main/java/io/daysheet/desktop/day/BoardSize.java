package io.daysheet.desktop.day;

import javafx.scene.layout.Region;

/// How large the board's columns and hours are drawn: they share the room that is there, down to
/// what can be read; what is larger than the room scrolls.
record BoardSize(double width, double height) {
  private static final double LEAST_SLOT = 24;
  private static final double LOW_SLOT = 34;
  private static final double LEAST_COLUMN = 110;
  private static final double LEAST_COLUMN_OF_LINES = 146;

  /// The size in a room of that width and height.
  static BoardSize of(BoardHours hours, int columns, double width, double height) {
    double slots = Math.max(1, hours.length() * 60 / hours.slot().toMinutes());
    double leastColumn = height / slots < LOW_SLOT ? LEAST_COLUMN_OF_LINES : LEAST_COLUMN;
    double least = leastColumn * columns;
    boolean sideways = least > width;
    double room = height - (sideways ? BoardScroll.BAR : 0);
    double tall = Math.max(room, LEAST_SLOT * slots);
    double wide = Math.max(width - (tall > room && !sideways ? BoardScroll.BAR : 0), least);
    return new BoardSize(wide, Math.floor(tall));
  }

  void applyTo(Region body) {
    body.setMinSize(width, height);
    body.setPrefSize(width, height);
    body.setMaxSize(width, height);
  }
}
