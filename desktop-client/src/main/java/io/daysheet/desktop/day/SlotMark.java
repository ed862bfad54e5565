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
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

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

  void show(SlotChoice choice, Rectangle2D place, String invitation, String second, boolean live) {
    boolean onCard = choice instanceof SlotChoice.OnVisit || choice instanceof SlotChoice.OnHold;
    boolean free = choice instanceof SlotChoice.FreeSlot;
    boolean empty = choice instanceof SlotChoice.EmptyTime;
    pseudoClassStateChanged(CARD, onCard);
    pseudoClassStateChanged(FREE, free);
    pseudoClassStateChanged(EMPTY, empty);
    pseudoClassStateChanged(LOW, place.getHeight() < 40);
    what.setText(invitation);
    // A label that is told its text while its graphic is unmanaged drops the graphic for good.
    what.setContentDisplay(
        live && (free || empty) ? ContentDisplay.LEFT : ContentDisplay.TEXT_ONLY);
    what.setVisible(!onCard);
    how.setText(second);
    how.setVisible(!onCard && place.getHeight() >= 40);
    how.setManaged(place.getHeight() >= 40);
    double ring = onCard ? 3 : 0;
    resizeRelocate(
        place.getMinX() - ring,
        place.getMinY() - ring,
        place.getWidth() + 2 * ring,
        place.getHeight() + 2 * ring);
    setVisible(true);
  }
}
