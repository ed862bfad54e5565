package io.daysheet.desktop.day;

import javafx.geometry.Rectangle2D;

/// Where a form stands beside its slot: inside the board, never over the slot if there is any way.
///
/// @param x left edge of the form, without its arrow
/// @param side which side of the slot it stands on
/// @param arrow where the arrow points, from the form's top (or its left, above and below)
record Placement(double x, double y, Side side, double arrow) {
  static final double ARROW = 10;
  private static final double MARGIN = 4;
  private static final double CORNER = 20;

  enum Side {
    RIGHT,
    LEFT,
    BELOW,
    ABOVE
  }

  /// Right if there is room, else left; on a board too narrow for both, below or above.
  static Placement beside(
      Rectangle2D slot, double width, double height, double boardWidth, double boardHeight) {
    double right = slot.getMaxX() + ARROW;
    double left = slot.getMinX() - ARROW - width;
    if (right + width <= boardWidth - MARGIN || left >= MARGIN) {
      boolean toRight = right + width <= boardWidth - MARGIN;
      double middle = (slot.getMinY() + slot.getMaxY()) / 2;
      double y = inside(middle - height / 2, height, boardHeight);
      return new Placement(
          Math.rint(toRight ? right : left),
          Math.rint(y),
          toRight ? Side.RIGHT : Side.LEFT,
          Math.clamp(middle - y, CORNER, Math.max(CORNER, height - CORNER)));
    }
    double middle = (slot.getMinX() + slot.getMaxX()) / 2;
    double x = inside(middle - width / 2, width, boardWidth);
    boolean below = boardHeight - slot.getMaxY() >= slot.getMinY();
    double y = below ? slot.getMaxY() + ARROW : slot.getMinY() - ARROW - height;
    return new Placement(
        Math.rint(x),
        Math.rint(inside(y, height, boardHeight)),
        below ? Side.BELOW : Side.ABOVE,
        Math.clamp(middle - x, CORNER, Math.max(CORNER, width - CORNER)));
  }

  private static double inside(double at, double length, double room) {
    return Math.max(MARGIN, Math.min(at, room - length - MARGIN));
  }
}
