package io.daysheet.desktop.day;

import io.daysheet.desktop.form.FormPlace;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Over the board: one form beside its slot, and notices at the bottom right.
///
/// What is not covered stays in reach of the pointer.
public final class BoardLayer extends Pane {
  private final DayBoard board;
  private @Nullable BesideSlot form;
  private @Nullable SlotChoice wanted;
  private List<GhostMark> ghosts = List.of();

  BoardLayer(DayBoard board) {
    this.board = board;
    getStyleClass().setAll("board-layer");
    setPickOnBounds(false);
    getChildren().addListener((ListChangeListener<Node>) _ -> requestLayout());
  }

  /// Opens a form beside a slot, in place of the one that was open; the focus goes into it.
  ///
  /// @param left told once when the form is left with Esc
  public void open(SlotChoice slot, Node content, Runnable left) {
    close();
    BesideSlot opened = new BesideSlot(slot, content, () -> leave(left));
    form = opened;
    wanted = slot;
    board.formAt(slot);
    getChildren().add(opened);
    applyCss();
    requestLayout();
    opened.takeFocus();
  }

  /// Moves the open form to another slot, such as one that was free instead.
  public void moveTo(SlotChoice slot) {
    if (form != null) {
      form.moveTo(slot);
      board.formAt(slot);
      requestLayout();
    }
  }

  /// Closes the form without asking; the focus goes back to the slot cursor.
  public void close() {
    if (form != null) {
      getChildren().remove(form);
      form = null;
      board.formAt(null);
      board.requestFocus();
    }
  }

  /// Numbered places under the form that could be taken instead; an empty list takes them away.
  public void ghosts(List<FormPlace.Ghost> places) {
    getChildren().removeAll(ghosts);
    ghosts = wanted == null ? List.of() : marks(places, board.ghostWording(wanted));
    getChildren().addAll(0, ghosts);
  }

  private static List<GhostMark> marks(List<FormPlace.Ghost> places, GhostWording wording) {
    return places.stream()
        .map(place -> new GhostMark(place, wording.time(place), wording.difference(place)))
        .toList();
  }

  public boolean isOpen() {
    return form != null;
  }

  private void leave(Runnable left) {
    close();
    left.run();
  }

  @Override
  protected void layoutChildren() {
    for (Node child : getChildren()) {
      if (child instanceof BesideSlot beside) {
        Optional<Rectangle2D> slot = board.place(beside.slot());
        beside.place(slot.orElse(new Rectangle2D(0, 0, 1, 1)), getWidth(), getHeight());
      } else if (child instanceof GhostMark ghost) {
        ghost.place(board.place(ghost.slot()));
      } else if (child instanceof NoticeStack stack) {
        double width = Math.min(416, getWidth() - 32);
        double height = stack.prefHeight(width);
        stack.resizeRelocate(
            getWidth() - width - 16, Math.max(0, getHeight() - height - 24), width, height);
      }
    }
  }
}
