package io.daysheet.desktop.day;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/// The thin strip under the board: what lies outside the opening hours is not hidden.
final class OutsideStrip extends Pane {
  private final Label title;
  private List<Optional<Label>> chips = List.of();
  private double scaleWidth;
  private double shift;
  private double contentWidth;

  OutsideStrip(Wordings wordings) {
    getStyleClass().setAll("outside");
    title = new Label(wordings.messages().get("board.outside"));
    title.getStyleClass().setAll("label", "outside-title");
    getChildren().setAll(title);
  }

  /// What lies outside the hours of each column, in the columns' order.
  void show(List<DoctorColumnViewModel> columns, Wordings wordings, Instant now) {
    chips =
        columns.stream()
            .map(column ->
                column.blocks().values().stream()
                    .filter(block -> column.hours().clip(block.during()).isEmpty())
                    .sorted(Comparator.comparing(block -> block.during().start()))
                    .toList())
            .map(blocks -> chip(blocks, wordings, now))
            .toList();
    getChildren().setAll(chips.stream().flatMap(Optional::stream).toList());
    getChildren().add(title);
    setVisible(chips.stream().anyMatch(Optional::isPresent));
    requestLayout();
  }

  private static Optional<Label> chip(List<Block> blocks, Wordings wordings, Instant now) {
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = blocks.stream().map(block -> text(block, wordings, now)).toList();
    Label chip =
        new Label(
            texts.size() == 1 ? texts.getFirst() : "+" + texts.size() + " " + texts.getFirst());
    chip.getStyleClass().setAll("label", "outside-chip");
    chip.setTooltip(new Tooltip(String.join("\n", texts)));
    return Optional.of(chip);
  }

  private static String text(Block block, Wordings wordings, Instant now) {
    return wordings.clock().time(block.during().start())
        + " "
        + wordings.cards().of(block, now).name();
  }

  void place(double scale, double shiftLeft, double content) {
    scaleWidth = scale;
    shift = shiftLeft;
    contentWidth = content;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    title.resizeRelocate(0, 0, scaleWidth, getHeight());
    for (int i = 0; i < chips.size(); i++) {
      double left = BoardGrid.columnLeft(i, chips.size(), contentWidth);
      double right = BoardGrid.columnLeft(i + 1, chips.size(), contentWidth);
      double x = scaleWidth + left - shift + 8;
      chips.get(i).ifPresent(chip -> chip.resizeRelocate(x, 2, right - left - 12, getHeight() - 4));
    }
  }
}
