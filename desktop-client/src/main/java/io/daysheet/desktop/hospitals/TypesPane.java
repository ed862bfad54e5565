package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.hospitals.TypedPolicy.TypedType;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The types of visit that a hospital has: code, length, what is kept free after it, whether it
/// needs a room, and whether patients book it themselves.
public final class TypesPane extends VBox {

  private static final double NUMBER = 56;
  private static final double TICK = 40;
  private static final double REMOVE = 32;

  private final Messages messages = Messages.beside(TypesPane.class);
  private final TypedRows<TypedType> rows = new TypedRows<>(Row::new);

  /// Empty until it is shown something.
  public TypesPane() {
    setSpacing(6);
    Region space = new Region();
    space.setMinWidth(REMOVE);
    HBox head =
        new HBox(
            head("form.types.code", 0),
            head("form.types.minutes", NUMBER),
            head("form.types.buffer", NUMBER),
            head("form.types.room", TICK),
            head("form.types.self", TICK),
            space);
    head.setSpacing(6);
    Button add = new Button(messages.get("form.types.add"), Icons.icon("bi-plus"));
    add.setId("add-type");
    add.setOnAction(_ -> rows.add(TypedType.EMPTY));
    getChildren().setAll(head, rows, add);
  }

  private Label head(String key, double width) {
    Label label = new Label(messages.get(key));
    label.getStyleClass().setAll("label", "drawer-why");
    if (width > 0) {
      label.setMinWidth(width);
      label.setMaxWidth(width);
    } else {
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
    }
    return label;
  }

  void onTyped(Consumer<List<TypedType>> listener) {
    rows.onTyped(listener);
  }

  void show(List<TypedType> now) {
    rows.show(now);
  }

  private final class Row extends TypedRows.Row<TypedType> {

    private final TextField code = field("form.types.code", 0);
    private final TextField minutes = field("form.types.minutes", NUMBER);
    private final TextField buffer = field("form.types.buffer", NUMBER);
    private final CheckBox room = tick("form.types.room");
    private final CheckBox self = tick("form.types.self");

    Row() {
      setAlignment(Pos.CENTER_LEFT);
      code.setPromptText(messages.get("form.types.code.prompt"));
      Button remove = rows.remover(this, messages.get("form.types.remove"));
      remove.setMinWidth(REMOVE);
      getChildren().setAll(code, minutes, buffer, room, self, remove);
    }

    private TextField field(String key, double width) {
      TextField field = new TextField();
      field.setAccessibleText(messages.get(key));
      if (width > 0) {
        field.setMinWidth(width);
        field.setMaxWidth(width);
      } else {
        HBox.setHgrow(field, Priority.ALWAYS);
      }
      field.textProperty().addListener((_, _, _) -> rows.heard(this));
      return field;
    }

    private CheckBox tick(String key) {
      CheckBox box = new CheckBox();
      box.setAccessibleText(messages.get(key));
      box.setMinWidth(TICK);
      box.setMaxWidth(TICK);
      box.setOnAction(_ -> rows.heard(this));
      return box;
    }

    @Override
    void show(TypedType type) {
      Place.set(code, type.code());
      Place.set(minutes, type.minutes());
      Place.set(buffer, type.buffer());
      room.setSelected(type.room());
      self.setSelected(type.selfService());
    }

    @Override
    TypedType typed() {
      return new TypedType(
          code.getText(),
          minutes.getText(),
          buffer.getText(),
          room.isSelected(),
          self.isSelected());
    }

    @Override
    TextField first() {
      return code;
    }
  }
}
