package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.hospitals.HospitalDraft.TypedClosure;
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
  private final TypedRows<TypedClosure> rows = new TypedRows<>(Row::new);

  /// Empty until it is shown something.
  public ClosuresPane() {
    setSpacing(6);
    Button add = new Button(messages.get("form.closures.add"), Icons.icon("bi-plus"));
    add.setId("add-closure");
    add.setOnAction(_ -> rows.add(TypedClosure.EMPTY));
    getChildren().setAll(rows, add);
  }

  void onTyped(Consumer<List<TypedClosure>> listener) {
    rows.onTyped(listener);
  }

  void show(List<TypedClosure> now) {
    rows.show(now);
  }

  private final class Row extends TypedRows.Row<TypedClosure> {

    private final TextField date = field("form.closures.date", 112);
    private final TextField reason = field("form.closures.reason", 120);

    Row() {
      date.setPromptText(messages.get("form.closures.date.prompt"));
      reason.setPromptText(messages.get("form.closures.reason"));
      HBox.setHgrow(reason, Priority.ALWAYS);
      getChildren().setAll(date, reason, rows.remover(this, messages.get("form.closures.remove")));
    }

    private TextField field(String key, double width) {
      TextField field = new TextField();
      field.setAccessibleText(messages.get(key));
      field.setPrefWidth(width);
      field.setMinWidth(width);
      field.textProperty().addListener((_, _, _) -> rows.heard(this));
      return field;
    }

    @Override
    void show(TypedClosure closure) {
      Place.set(date, closure.date());
      Place.set(reason, closure.reason());
    }

    @Override
    TypedClosure typed() {
      return new TypedClosure(date.getText(), reason.getText());
    }

    @Override
    TextField first() {
      return date;
    }
  }
}
