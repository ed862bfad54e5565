package io.daysheet.desktop.fx;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The columns of a list whose order is the server's: each cell shows its whole row in its own way.
public final class Columns {

  private Columns() {}

  public static <T> void show(TableColumn<T, T> column, Function<T, Node> look) {
    column.setReorderable(false);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : look.apply(row));
          }
        });
  }

  /// Who or what it is, and a smaller line below that tells it from others, if there is one.
  public static Node lines(String first, String second) {
    Label name = new Label(first);
    name.getStyleClass().add("cell-name");
    VBox lines = new VBox(name);
    lines.getStyleClass().add("cell-lines");
    if (!second.isEmpty()) {
      Label below = new Label(second);
      below.getStyleClass().add("cell-more");
      lines.getChildren().add(below);
    }
    return lines;
  }
}
