package io.daysheet.desktop.day;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;

/// The part of the board that scrolls, in pixels rather than in shares of the whole.
final class BoardScroll extends ScrollPane {
  static final double BAR = 12;
  private static final double AIR = 8;

  BoardScroll() {
    getStyleClass().add("board-scroll");
    setFocusTraversable(false);
    setHbarPolicy(ScrollBarPolicy.AS_NEEDED);
    setVbarPolicy(ScrollBarPolicy.AS_NEEDED);
  }

  /// How far the body is shifted to the left.
  double shiftX() {
    return Math.rint(roomX() * getHvalue());
  }

  /// How far the body is shifted up.
  double shiftY() {
    return Math.rint(roomY() * getVvalue());
  }

  private double roomX() {
    return getContent() instanceof Region body
        ? Math.max(0, body.getWidth() - getViewportBounds().getWidth())
        : 0;
  }

  private double roomY() {
    return getContent() instanceof Region body
        ? Math.max(0, body.getHeight() - getViewportBounds().getHeight())
        : 0;
  }

  /// Brings a place of the body into view, with the least scrolling.
  void reveal(Rectangle2D place) {
    Bounds view = getViewportBounds();
    setHvalue(value(getHvalue(), roomX(), view.getWidth(), place.getMinX(), place.getMaxX()));
    setVvalue(value(getVvalue(), roomY(), view.getHeight(), place.getMinY(), place.getMaxY()));
  }

  static double value(double now, double room, double view, double from, double to) {
    if (room <= 0) {
      return 0;
    }
    double least = Math.min(to + AIR - view, from - AIR);
    double most = Math.max(to + AIR - view, from - AIR);
    return Math.clamp(Math.clamp(now * room, least, most) / room, 0, 1);
  }
}
