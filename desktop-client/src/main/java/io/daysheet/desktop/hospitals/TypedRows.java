package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A row of fields for each thing of a list that is typed.
///
/// @param <T> a thing as it is typed
final class TypedRows<T> extends VBox {

  /// The fields of one thing, which tell their rows what is typed into them.
  abstract static class Row<T> extends HBox {

    Row() {
      setSpacing(6);
    }

    abstract void show(T thing);

    abstract T typed();

    /// Where the typing begins.
    abstract TextField first();
  }

  private final Supplier<Row<T>> make;
  private final List<Row<T>> rows = new ArrayList<>();
  private List<T> things = List.of();
  private Consumer<List<T>> typed = _ -> {};
  private boolean showing;

  TypedRows(Supplier<Row<T>> make) {
    this.make = make;
    setSpacing(6);
  }

  void onTyped(Consumer<List<T>> listener) {
    typed = listener;
  }

  void show(List<T> now) {
    things = now;
    showing = true;
    while (rows.size() > now.size()) {
      getChildren().remove(rows.removeLast());
    }
    while (rows.size() < now.size()) {
      rows.add(make.get());
      getChildren().add(rows.getLast());
    }
    for (int i = 0; i < now.size(); i++) {
      rows.get(i).show(now.get(i));
    }
    showing = false;
  }

  /// Another thing, with the focus in its first field.
  void add(T empty) {
    change(more -> more.add(empty));
    rows.getLast().first().requestFocus();
  }

  /// Something was typed into a row.
  void heard(Row<T> row) {
    if (!showing) {
      change(now -> now.set(rows.indexOf(row), row.typed()));
    }
  }

  /// What takes a row's thing away.
  Button remover(Row<T> row, String told) {
    Button remove = new Button("", Icons.icon("bi-x"));
    remove.getStyleClass().setAll("button", "flat", "icon-only");
    remove.setAccessibleText(told);
    remove.setOnAction(_ -> change(fewer -> fewer.remove(rows.indexOf(row))));
    return remove;
  }

  private void change(Consumer<List<T>> what) {
    List<T> now = new ArrayList<>(things);
    what.accept(now);
    typed.accept(now);
  }
}
