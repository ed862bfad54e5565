package io.daysheet.desktop.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The ground of the board: closed time, a line for each row, a line between doctors.
///
/// It is drawn once for all columns, so a line runs through from edge to edge.
final class BoardGrid extends Pane {
  private final List<Instant> starts;
  private final List<Region> rows = new ArrayList<>();
  private final List<Region> dividers = new ArrayList<>();
  private TimeAxis axis;

  BoardGrid(BoardHours hours, TimeAxis axis, int columns) {
    this.axis = axis;
    this.starts = hours.starts().stream().filter(start -> start.isAfter(hours.opens())).toList();
    getStyleClass().setAll("board-grid");
    setMouseTransparent(true);
    for (int i = 0; i < starts.size(); i++) {
      rows.add(line("row-line"));
    }
    for (int i = 0; i < columns; i++) {
      dividers.add(line("column-line"));
    }
    getChildren().addAll(rows);
    getChildren().addAll(dividers);
  }

  private static Region line(String style) {
    Region line = new Region();
    line.getStyleClass().setAll(style);
    line.setManaged(false);
    return line;
  }

  void place(TimeAxis places) {
    axis = places;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).resizeRelocate(0, axis.y(starts.get(i)), getWidth(), 1);
    }
    for (int i = 0; i < dividers.size(); i++) {
      double x = columnLeft(i, dividers.size(), getWidth());
      dividers.get(i).resizeRelocate(x, 0, 1, getHeight());
    }
  }

  /// Where a column begins, in whole pixels; the header uses the same, so that both agree.
  static double columnLeft(int column, int columns, double width) {
    return Math.rint(width * column / Math.max(1, columns));
  }
}
