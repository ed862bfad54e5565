package io.daysheet.desktop.day;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;

/// The cards of one column: all that the board knows of the control that draws them.
interface ColumnOfCards {
  Region node();

  /// Adds a card, or changes the one with the same id in place.
  void put(Block block);

  void remove(UUID id);

  /// Places the cards anew.
  void place(TimeAxis axis);

  /// Says the cards anew where the words change with time.
  void say(Function<Block, CardText> words);

  /// The card at a point of the column.
  Optional<Block> at(double x, double y);

  /// Where a card stands in the column.
  Optional<Rectangle2D> bounds(UUID id);

  /// Marks the card under the pointer, or none.
  void point(Optional<UUID> id);
}
