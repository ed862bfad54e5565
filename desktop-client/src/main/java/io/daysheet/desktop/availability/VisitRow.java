package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.SuggestionsViewModel.Place;
import io.daysheet.desktop.availability.VisitsInside.Choice;
import io.daysheet.desktop.availability.VisitsInside.Row;
import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.schedule.Appointment;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A visit that loses its time: where it could go, each with its number, and the way to cancel it.
/// While it has the focus, a number moves it there and Del cancels it.
final class VisitRow extends VBox {

  private static final PseudoClass DECIDED = PseudoClass.getPseudoClass("decided");

  private final Messages messages = Messages.beside(VisitRow.class);
  private final Ways ways;
  private final WallTimes times;
  private final Label title = new Label();
  private final Label choice = new Label();
  private final Label why = new Label();
  private final FlowPane places = new FlowPane();
  private Row shown;

  /// What it asks for.
  ///
  /// @param walk goes to the row that is so many on
  record Ways(IntConsumer move, Runnable cancel, Consumer<Integer> walk) {}

  /// @param against why it can't go where it was to go; empty if nothing is known against it
  VisitRow(Row row, String against, WallTimes times, Ways ways) {
    this.shown = row;
    this.times = times;
    this.ways = ways;
    getStyleClass().setAll("inside-visit");
    setFocusTraversable(true);
    title.getStyleClass().setAll("label", "strong");
    choice.getStyleClass().setAll("label", "inside-choice");
    choice.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(title, choice);
    head.getStyleClass().setAll("form-line");
    places.getStyleClass().setAll("inside-places");
    why.getStyleClass().setAll("label", "field-wrong");
    why.setWrapText(true);
    why.setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(head, why, places);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMousePressed(_ -> requestFocus());
    show(row, against);
  }

  Appointment visit() {
    return shown.visit();
  }

  void show(Row row, String against) {
    shown = row;
    io.daysheet.desktop.fx.Place.say(why, against);
    Appointment visit = row.visit();
    title.setText(times.range(visit.during()) + "  " + visit.patient().sortName());
    pseudoClassStateChanged(DECIDED, row.choice() != null);
    choice.setText(
        messages.get(
            switch (row.choice()) {
              case Choice.Move _ -> "inside.moves";
              case Choice.Cancel _ -> "inside.cancelled";
              case null -> "inside.undecided";
            }));
    places.getChildren().clear();
    for (int i = 0; i < row.places().size(); i++) {
      places.getChildren().add(place(row, i));
    }
    places.getChildren().add(cancelButton(row));
    setAccessibleText(
        messages.get("inside.spoken", title.getText(), choice.getText(), spoken(row)));
  }

  private String spoken(Row row) {
    return row.places().isEmpty() ? messages.get("inside.none") : words(row.places().getFirst());
  }

  private ToggleButton place(Row row, int number) {
    Place place = row.places().get(number);
    ToggleButton button = button(words(place), Integer.toString(number + 1));
    button.setSelected(row.choice() instanceof Choice.Move(Place chosen) && chosen.equals(place));
    button.setOnAction(_ -> ways.move().accept(number));
    return button;
  }

  private ToggleButton cancelButton(Row row) {
    ToggleButton button = button(messages.get("inside.cancel"), messages.get("inside.cancel.key"));
    button.setSelected(row.choice() instanceof Choice.Cancel);
    button.setOnAction(_ -> ways.cancel().run());
    return button;
  }

  /// The row has the keys of them all.
  private static ToggleButton button(String text, String key) {
    ToggleButton button = new ToggleButton(text, KeyCap.of(key));
    button.getStyleClass().setAll("toggle-button", "inside-place");
    button.setFocusTraversable(false);
    return button;
  }

  private String words(Place place) {
    String when =
        messages.get(
            "inside.when",
            WallTimes.shortDay(times.date(place.during().start())),
            times.time(place.during().start()));
    return place.own() ? when : messages.get("inside.with", when, place.doctor().name());
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    int digit = FormKeys.digit(event);
    KeyCode code = event.getCode();
    if (digit > 0) {
      ways.move().accept(digit - 1);
    } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      ways.cancel().run();
    } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
      ways.walk().accept(code == KeyCode.UP ? -1 : 1);
    } else {
      return;
    }
    event.consume();
  }
}
