package io.daysheet.desktop.day;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Where things stand on a board, for a hand that wants to click them.
public final class BoardPlaces {

  private BoardPlaces() {}

  /// The middle of a slot, in the board's own coordinates. On the FX thread.
  public static Point2D middle(DayBoard board, SlotChoice slot) {
    Rectangle2D place =
        board.place(slot).orElseThrow(() -> new IllegalStateException("not on the board"));
    return new Point2D(
        place.getMinX() + place.getWidth() / 2, place.getMinY() + place.getHeight() / 2);
  }
}
