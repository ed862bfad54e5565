package io.daysheet.desktop.day;

import io.daysheet.desktop.form.FormPlace;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A place that could be taken instead of one that was lost: dotted, with its number; solid once it
/// is chosen.
final class GhostMark extends HBox {
  private final FormPlace.Ghost ghost;

  GhostMark(FormPlace.Ghost ghost) {
    this.ghost = ghost;
    getStyleClass().setAll("ghost");
    pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), ghost.chosen());
    setMouseTransparent(true);
    setManaged(false);
    Label number = new Label(Integer.toString(ghost.number()));
    number.getStyleClass().setAll("label", "ghost-number");
    getChildren().setAll(number);
  }

  SlotChoice slot() {
    return new SlotChoice.EmptyTime(ghost.doctor(), ghost.slot());
  }

  void place(Optional<Rectangle2D> place) {
    setVisible(place.isPresent());
    place.ifPresent(at ->
        resizeRelocate(at.getMinX() + 8, at.getMinY() + 2, at.getWidth() - 12, at.getHeight() - 4));
  }
}
