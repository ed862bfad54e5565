package io.daysheet.desktop.form;

import io.daysheet.desktop.form.RecordListViewModel.State;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.ListKeys;
import io.daysheet.desktop.fx.Messages;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The table of a page with records, its keys, and beside it the one that is open.
public final class RecordTable<T> {

  private final BorderPane root;
  private final TableView<T> table;
  private final RecordListViewModel<T> list;
  private final Ways<T> ways;
  private final Messages messages = Messages.beside(RecordTable.class);
  private final ListKeys keys;

  /// What the page does.
  ///
  /// @param open false if what is open stays
  /// @param form what is shown of the one that is open
  /// @param nothing said where there is none to be listed
  public record Ways<T>(
      Predicate<T> open,
      Runnable create,
      Runnable leave,
      Supplier<Parent> form,
      Supplier<String> nothing) {}

  public RecordTable(
      BorderPane root, TableView<T> table, RecordListViewModel<T> list, Ways<T> ways) {
    this.root = root;
    this.table = table;
    this.list = list;
    this.ways = ways;
    this.keys =
        ListKeys.of(root)
            .leave(list::isOpen, this::leave)
            .save(list::save)
            .key(KeyCode.F5, list::load)
            .key(KeyCode.N, ways.create());
  }

  /// Shows it from now on.
  ///
  /// @return for more keys
  public ListKeys show() {
    table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    list.openProperty().subscribe(this::showOpen);
    list.stateProperty().subscribe(this::showPlaceholder);
    // whoever comes by the rail has left the focus there, and the keys would go unheard
    Focus.onEntry(root, () -> table);
    return keys;
  }

  private void selected(@Nullable T record) {
    if (record != null && !list.isOpen(record) && !ways.open().test(record)) {
      table.getSelectionModel().clearSelection();
    }
  }

  private void showOpen(RecordListViewModel.@Nullable Open<T> open) {
    if (open == null) {
      root.setRight(null);
      table.getSelectionModel().clearSelection();
    } else {
      root.setRight(ways.form().get());
    }
  }

  private void showPlaceholder(State now) {
    table.setPlaceholder(
        switch (now) {
          case LOADING -> empty(messages.get("record.loading"));
          case FAILED -> {
            Button again =
                new Button(messages.get("record.again"), Icons.icon("bi-arrow-clockwise"));
            again.setOnAction(_ -> list.load());
            yield empty(messages.get("record.failed"), again);
          }
          case WHOLE -> empty(ways.nothing().get());
        });
  }

  private static VBox empty(String text, Node... more) {
    VBox place = new VBox(new Label(text));
    place.getChildren().addAll(more);
    place.getStyleClass().add("empty-list");
    return place;
  }

  private void leave() {
    ways.leave().run();
    table.requestFocus();
  }
}
