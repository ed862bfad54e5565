package io.daysheet.desktop.day;

import javafx.scene.input.KeyEvent;

/// The keys that the board itself takes: the arrows, Enter, and Esc while a visit is on its way.
final class BoardKeys {

  private final DayViewModel day;

  BoardKeys(DayViewModel day) {
    this.day = day;
  }

  /// Whether it meant something.
  boolean pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    return switch (event.getCode()) {
      case UP -> move(0, -1);
      case DOWN -> move(0, 1);
      case LEFT -> move(-1, 0);
      case RIGHT -> move(1, 0);
      case ENTER -> enter();
      case ESCAPE -> putBack();
      default -> false;
    };
  }

  private boolean move(int right, int down) {
    day.moveCursor(right, down);
    return true;
  }

  private boolean enter() {
    SlotCursor cursor = day.cursorProperty().get();
    if (day.moving().isMoving() && cursor != null) {
      boolean _ = day.moving().drop(cursor.doctor(), cursor.start());
    } else {
      day.atCursor().ifPresent(day::choose);
    }
    return true;
  }

  private boolean putBack() {
    boolean moving = day.moving().isMoving();
    day.moving().stop();
    return moving;
  }
}
