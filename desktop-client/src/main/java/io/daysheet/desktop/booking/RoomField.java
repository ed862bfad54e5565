package io.daysheet.desktop.booking;

import io.daysheet.desktop.booking.RoomOffer.Choice;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The room of a visit, for a type that needs one. It is not there for others, so nobody who books
/// them has a step more.
public final class RoomField extends VBox {

  private static final double WIDTH = 148;

  private final ComboBox<Choice> rooms = new ComboBox<>();
  private RoomOffer shown = RoomOffer.NONE;
  private boolean showing;

  public RoomField() {
    Messages messages = Messages.beside(RoomField.class);
    getStyleClass().setAll("form-field");
    Label label = new Label(messages.get("room"));
    label.getStyleClass().setAll("label", "form-label");
    label.setLabelFor(rooms);
    rooms.setId("room-choice");
    rooms.setAccessibleText(messages.get("room"));
    rooms.setMaxWidth(Double.MAX_VALUE);
    rooms.setButtonCell(new Line(Choice::name));
    rooms.setCellFactory(_ -> new Line(Choice::text));
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    getChildren().setAll(label, rooms);
    Place.show(this, false);
  }

  /// @param listener told what somebody chooses
  void onChosen(Consumer<Choice> listener) {
    rooms
        .valueProperty()
        .addListener((_, _, choice) -> {
          if (!showing && choice != null) {
            listener.accept(choice);
          }
        });
  }

  void show(RoomOffer offer) {
    Place.show(this, !offer.choices().isEmpty());
    if (offer.equals(shown)) {
      return;
    }
    shown = offer;
    showing = true;
    if (!rooms.getItems().equals(offer.choices())) {
      rooms.getItems().setAll(offer.choices());
    }
    if (!offer.choices().isEmpty()) {
      rooms.setValue(offer.choices().get(offer.chosen()));
    }
    showing = false;
  }

  private static final class Line extends ListCell<Choice> {

    private final Function<Choice, String> words;

    Line(Function<Choice, String> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(choice == null || empty ? "" : words.apply(choice));
    }
  }
}
