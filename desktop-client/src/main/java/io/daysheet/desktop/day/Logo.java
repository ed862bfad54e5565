package io.daysheet.desktop.day;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The application's icon, drawn sharp at 24 pixels for the top bar.
public final class Logo extends Pane {
  private static final double SIZE = 24;

  public Logo() {
    getStyleClass().setAll("logo");
    setMinSize(SIZE, SIZE);
    setPrefSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    getChildren()
        .setAll(
            bar("logo-bar", 5, 6, 12),
            bar("logo-visit", 10, 6, 6),
            bar("logo-bar", 10, 14, 4),
            bar("logo-bar", 15, 6, 12));
  }

  private static Region bar(String style, double x, double y, double height) {
    Region bar = new Region();
    bar.getStyleClass().setAll(style);
    bar.setManaged(false);
    bar.resizeRelocate(x, y, 4, height);
    return bar;
  }
}
