package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.hospitals.HospitalDraft.TypedClosure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The dates on which a hospital stays closed, each with its name.
public final class ClosuresPane extends VBox {

  private final Messages messages = Messages.beside(ClosuresPane.class);
  private final VBox rows = new VBox();
  private List<TypedClosure> closures = List.of();
  private Consumer<List<TypedClosure>> typed = _ -> {};
  private boolean showing;

  /// Empty until it is shown something.
  public ClosuresPane() {
    setSpacing(6);
    rows.setSpacing(6);
    Button add = new Button(messages.get("form.closures.add"), Icons.icon("bi-plus"));
    add.setId("add-closure");
    add.setOnAction(_ -> add());
    getChildren().setAll(rows, add);
  }

  void onTyped(Consumer<List<TypedClosure>> listener) {
    typed = listener;
  }

  void show(List<TypedClosure> now) {
    closures = now;
    showing = true;
    while (rows.getChildren().size() > now.size()) {
      rows.getChildren().removeLast();
    }
    while (rows.getChildren().size() < now.size()) {
      rows.getChildren().add(new Row());
    }
    for (int i = 0; i < now.size(); i++) {
      ((Row) rows.getChildren().get(i)).show(now.get(i));
    }
    showing = false;
  }

  private void add() {
    List<TypedClosure> more = new ArrayList<>(closures);
    more.add(TypedClosure.EMPTY);
    typed.accept(more);
    ((Row) rows.getChildren().getLast()).date.requestFocus();
  }

  private final class Row extends HBox {

    private final TextField date = field("form.closures.date", 112);
    private final TextField reason = field("form.closures.reason", 120);

    Row() {
      setSpacing(6);
      date.setPromptText(messages.get("form.closures.date.prompt"));
      reason.setPromptText(messages.get("form.closures.reason"));
      HBox.setHgrow(reason, Priority.ALWAYS);
      Button remove = new Button("", Icons.icon("bi-x"));
      remove.getStyleClass().setAll("button", "flat", "icon-only");
      remove.setAccessibleText(messages.get("form.closures.remove"));
      remove.setOnAction(_ -> remove());
      getChildren().setAll(date, reason, remove);
    }

    private TextField field(String key, double width) {
      TextField field = new TextField();
      field.setAccessibleText(messages.get(key));
      field.setPrefWidth(width);
      field.setMinWidth(width);
      field.textProperty().addListener((_, _, _) -> heard());
      return field;
    }

    void show(TypedClosure closure) {
      Place.set(date, closure.date());
      Place.set(reason, closure.reason());
    }

    private void heard() {
      if (!showing) {
        List<TypedClosure> now = new ArrayList<>(closures);
        now.set(
            rows.getChildren().indexOf(this), new TypedClosure(date.getText(), reason.getText()));
        typed.accept(now);
      }
    }

    private void remove() {
      List<TypedClosure> fewer = new ArrayList<>(closures);
      fewer.remove(rows.getChildren().indexOf(this));
      typed.accept(fewer);
    }
  }
}
