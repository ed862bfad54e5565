package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.hospitals.RoomsViewModel.Shown;
import io.daysheet.desktop.hospitals.RoomsViewModel.State;
import io.daysheet.hospital.Room;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The rooms of a hospital: named, put in and out of service, removed. Enter writes a name, and so
/// does leaving it; Esc takes back what was typed.
public final class RoomsPane extends VBox {

  private final Messages messages = Messages.beside(RoomsPane.class);
  private final VBox rows = new VBox();
  private final TextField name = new TextField();
  private final Button add = new Button();
  private final Label told = new Label();
  private final HBox more = new HBox(name, add);
  private List<Room> painted = List.of();
  private String adding = "";
  private Subscription hearing = Subscription.EMPTY;
  private @Nullable RoomsViewModel rooms;

  /// Empty until it is bound.
  public RoomsPane() {
    setSpacing(6);
    rows.setSpacing(6);
    name.setId("new-room");
    name.setPromptText(messages.get("rooms.new"));
    name.setAccessibleText(messages.get("rooms.new"));
    name.setOnAction(_ -> add());
    HBox.setHgrow(name, Priority.ALWAYS);
    add.setId("add-room");
    add.setText(messages.get("rooms.add"));
    add.setGraphic(Icons.icon("bi-plus"));
    add.setMinWidth(USE_PREF_SIZE);
    add.setOnAction(_ -> add());
    more.setSpacing(6);
    told.setId("rooms-told");
    told.getStyleClass().setAll("label", "drawer-why");
    told.setWrapText(true);
    told.setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(rows, more, told);
    show(new Shown(State.LOADING, List.of(), false, messages.get("rooms.later")));
    Place.show(more, false);
  }

  /// @param now null: the hospital is not saved yet
  void bind(@Nullable RoomsViewModel now) {
    if (now == rooms) {
      return;
    }
    rooms = now;
    hearing.unsubscribe();
    if (now != null) {
      hearing = now.shownProperty().subscribe(this::show);
    }
  }

  private void add() {
    if (rooms != null && rooms.add(name.getText())) {
      adding = name.getText().strip();
    }
  }

  private void show(Shown shown) {
    if (!shown.rooms().equals(painted)) {
      painted = shown.rooms();
      paint();
    }
    if (painted.stream().anyMatch(room -> room.name().equals(adding))) {
      adding = "";
      name.clear();
    }
    if (!shown.writing()) {
      rows.getChildren().forEach(row -> ((Row) row).settle());
    }
    Place.show(more, shown.state() == State.THERE);
    add.setDisable(shown.writing());
    Place.say(
        told,
        switch (shown.state()) {
          case LOADING -> shown.told().isEmpty() ? messages.get("rooms.loading") : shown.told();
          case FAILED -> messages.get("rooms.failed");
          case THERE ->
              shown.told().isEmpty() && shown.rooms().isEmpty()
                  ? messages.get("rooms.none")
                  : shown.told();
        });
  }

  /// The row of a room that is as it was stays, with the focus and what is typed there.
  private void paint() {
    List<Row> now = painted.stream().map(this::row).toList();
    rows.getChildren().retainAll(now);
    for (int i = 0; i < now.size(); i++) {
      if (i == rows.getChildren().size() || rows.getChildren().get(i) != now.get(i)) {
        rows.getChildren().add(i, now.get(i));
      }
    }
  }

  private Row row(Room room) {
    return rows.getChildren().stream()
        .map(Row.class::cast)
        .filter(row -> row.room.equals(room))
        .findFirst()
        .orElseGet(() -> new Row(room));
  }

  private final class Row extends HBox {

    private final Room room;
    private final TextField field;
    private final CheckBox active = new CheckBox();

    Row(Room room) {
      this.room = room;
      setSpacing(6);
      setAlignment(Pos.CENTER_LEFT);
      field = new TextField(room.name());
      field.getStyleClass().add("room-name");
      field.setAccessibleText(messages.get("rooms.name", room.name()));
      field.setOnAction(_ -> rename());
      field
          .focusedProperty()
          .subscribe((was, is) -> {
            if (was && !is) {
              rename();
            }
          });
      field.addEventFilter(KeyEvent.KEY_PRESSED, this::takeBack);
      HBox.setHgrow(field, Priority.ALWAYS);
      active.setText(messages.get("rooms.active"));
      active.setSelected(room.active());
      active.setAccessibleText(messages.get("rooms.active.spoken", room.name()));
      active.setMinWidth(USE_PREF_SIZE);
      active.setOnAction(_ -> {
        if (rooms != null) {
          rooms.serve(room, active.isSelected());
        }
      });
      Button remove = new Button("", Icons.icon("bi-x"));
      remove.getStyleClass().setAll("button", "flat", "icon-only");
      remove.setAccessibleText(messages.get("rooms.remove", room.name()));
      remove.setOnAction(_ -> {
        if (rooms != null) {
          rooms.remove(room);
        }
      });
      getChildren().setAll(field, active, remove);
    }

    private void rename() {
      if (rooms != null && painted.contains(room) && !rooms.rename(room, field.getText())) {
        field.setText(room.name());
      }
    }

    /// What was not done is not shown as if it were.
    void settle() {
      active.setSelected(room.active());
      if (!field.isFocused()) {
        field.setText(room.name());
      }
    }

    private void takeBack(KeyEvent event) {
      if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(room.name())) {
        field.setText(room.name());
        event.consume();
      }
    }
  }
}
