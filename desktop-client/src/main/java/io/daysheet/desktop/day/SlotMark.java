package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A place on the board that can be chosen: the cursor of the keys, or what is under the pointer.
///
/// On a card it is only a ring around it; elsewhere it says what Enter or a click would do.
final class SlotMark extends VBox {
  private static final PseudoClass CARD = PseudoClass.getPseudoClass("card");
  private static final PseudoClass FREE = PseudoClass.getPseudoClass("free");
  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
  private static final PseudoClass FORBIDDEN = PseudoClass.getPseudoClass("forbidden");
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  private static final double LOW_HEIGHT = 40;

  private final Label what = new Label();
  private final Label how = new Label();

  SlotMark(String style) {
    getStyleClass().setAll("slot-mark", style);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    what.getStyleClass().setAll("label", "mark-what");
    what.setGraphic(Icons.icon("bi-plus", "mark-icon"));
    how.getStyleClass().setAll("label", "mark-how");
    getChildren().setAll(what, how);
  }

  void hide() {
    setVisible(false);
  }

  /// Where a visit that is on its way would go, or why it can't.
  void showTarget(Rectangle2D place, String what, String how, boolean allowed) {
    show(new Look(false, false, false, true, allowed), place, what, how, false);
  }

  private record Look(boolean card, boolean free, boolean empty, boolean target, boolean allowed) {}

  void show(SlotChoice choice, Rectangle2D place, String invitation, String second, boolean live) {
    boolean card = choice instanceof SlotChoice.OnVisit || choice instanceof SlotChoice.OnHold;
    boolean free = choice instanceof SlotChoice.FreeSlot;
    boolean empty = choice instanceof SlotChoice.EmptyTime;
    show(new Look(card, free, empty, false, true), place, invitation, second, live);
  }

  private void show(Look look, Rectangle2D place, String first, String second, boolean live) {
    boolean low = place.getHeight() < LOW_HEIGHT;
    pseudoClassStateChanged(CARD, look.card());
    pseudoClassStateChanged(FREE, look.free());
    pseudoClassStateChanged(EMPTY, look.empty());
    pseudoClassStateChanged(TARGET, look.target() && look.allowed());
    pseudoClassStateChanged(FORBIDDEN, look.target() && !look.allowed());
    pseudoClassStateChanged(LOW, low);
    what.setText(first);
    // A label that is told its text while its graphic is unmanaged drops the graphic for good.
    what.setContentDisplay(
        live && (look.free() || look.empty()) ? ContentDisplay.LEFT : ContentDisplay.TEXT_ONLY);
    what.setVisible(!look.card());
    how.setText(second);
    how.setVisible(!look.card() && !low);
    how.setManaged(!low);
    double ring = look.card() ? 3 : 0;
    resizeRelocate(
        place.getMinX() - ring,
        place.getMinY() - ring,
        place.getWidth() + 2 * ring,
        place.getHeight() + 2 * ring);
    setVisible(true);
  }
}
