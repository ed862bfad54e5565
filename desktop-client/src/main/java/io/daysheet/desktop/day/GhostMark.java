package io.daysheet.desktop.day;

import io.daysheet.desktop.form.FormPlace;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A place that could be taken instead of one that was lost: dotted, with its number, its time and
/// how it differs; solid once it is chosen.
final class GhostMark extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double LOW = 40;

  private final FormPlace.Ghost ghost;
  private final Label note;

  GhostMark(FormPlace.Ghost ghost, String time, String difference) {
    this.ghost = ghost;
    getStyleClass().setAll("ghost");
    pseudoClassStateChanged(SELECTED, ghost.chosen());
    setMouseTransparent(true);
    setManaged(false);
    Label number = label(Integer.toString(ghost.number()), "ghost-number");
    number.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(number, label(time, "ghost-time"));
    line.getStyleClass().setAll("ghost-line");
    note = label(difference, "ghost-note");
    getChildren().setAll(line, note);
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", style);
    return label;
  }

  SlotChoice slot() {
    return new SlotChoice.EmptyTime(ghost.doctor(), ghost.slot());
  }

  void place(Optional<Rectangle2D> place) {
    setVisible(place.isPresent());
    place.ifPresent(at -> {
      note.setVisible(at.getHeight() >= LOW);
      note.setManaged(at.getHeight() >= LOW);
      resizeRelocate(at.getMinX() + 3, at.getMinY() + 1, at.getWidth() - 4, at.getHeight() - 3);
    });
  }
}
