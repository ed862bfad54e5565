package io.daysheet.desktop.day;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;

/// The frame that a form stands in: paper with an arrow to its slot, part of the board's own scene.
///
/// Esc leaves. Tab stays inside: from the last control it goes on at the first.
final class BesideSlot extends Pane {
  private static final double WIDTH = 412;

  private final Runnable left;
  private final StackPane paper;
  private final Polygon arrow = new Polygon();
  private SlotChoice slot;

  BesideSlot(SlotChoice slot, Node content, Runnable left) {
    this.slot = slot;
    this.left = left;
    this.paper = new StackPane(content);
    getStyleClass().setAll("beside-slot");
    paper.getStyleClass().setAll("form-paper");
    arrow.getStyleClass().setAll("form-arrow");
    setPickOnBounds(false);
    getChildren().setAll(paper, arrow);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_PRESSED, this::tabbed);
  }

  SlotChoice slot() {
    return slot;
  }

  void moveTo(SlotChoice other) {
    slot = other;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      left.run();
    }
  }

  private void tabbed(KeyEvent event) {
    if (event.getCode() != KeyCode.TAB || event.isControlDown()) {
      return;
    }
    FocusRing.of(paper)
        .next((Node) event.getTarget(), event.isShiftDown())
        .ifPresent(node -> {
          node.requestFocus();
          event.consume();
        });
  }

  /// The focus goes to the form's first control, unless the form has put it somewhere itself.
  void takeFocus() {
    boolean has =
        Optional.ofNullable(getScene())
            .map(scene -> scene.getFocusOwner())
            .filter(this::contains)
            .isPresent();
    if (!has) {
      FocusRing.of(paper).first().ifPresent(Node::requestFocus);
    }
  }

  private boolean contains(Node node) {
    for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent == this) {
        return true;
      }
    }
    return false;
  }

  void place(Rectangle2D beside, double boardWidth, double boardHeight) {
    double width = Math.min(WIDTH, boardWidth - 8);
    double height = Math.min(paper.prefHeight(width), boardHeight - 8);
    Placement placement = Placement.beside(beside, width, height, boardWidth, boardHeight);
    resizeRelocate(placement.x(), placement.y(), width, height);
    paper.resizeRelocate(0, 0, width, height);
    double reach = Placement.ARROW;
    double at = placement.arrow();
    switch (placement.side()) {
      case RIGHT -> arrow.getPoints().setAll(1.0, at - reach, 1.0, at + reach, -reach, at);
      case LEFT ->
          arrow.getPoints().setAll(width - 1, at - reach, width - 1, at + reach, width + reach, at);
      case BELOW -> arrow.getPoints().setAll(at - reach, 1.0, at + reach, 1.0, at, -reach);
      case ABOVE ->
          arrow
              .getPoints()
              .setAll(at - reach, height - 1, at + reach, height - 1, at, height + reach);
    }
  }

  @Override
  protected void layoutChildren() {
    // The board's layer places the paper and its arrow together.
  }
}
