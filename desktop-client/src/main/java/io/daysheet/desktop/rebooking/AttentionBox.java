package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.rebooking.AttentionViewModel.After;
import io.daysheet.desktop.rebooking.AttentionViewModel.Needing;
import io.daysheet.desktop.rebooking.AttentionViewModel.Nothing;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says how many visits need attention, with the way to their list. It is not there while nothing
/// is known of it.
public final class AttentionBox extends VBox {

  private final Messages messages = Messages.beside(AttentionBox.class);
  private final Label text = new Label();
  private final Button open = new Button(messages.get("after.open"));

  public AttentionBox() {
    setId("attention");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    open.setId("open-visits");
    open.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(text, open);
    show(new Nothing());
  }

  /// Connects it with what it shows, once.
  public void bind(AttentionViewModel attention) {
    open.setOnAction(_ -> attention.open());
    attention.afterProperty().subscribe(this::show);
  }

  private void show(After after) {
    boolean some = after instanceof Needing now && now.visits() > 0;
    getStyleClass().setAll(some ? "one-time" : "told-line");
    text.getStyleClass().setAll("label");
    if (some) {
      text.getStyleClass().add("one-time-text");
    }
    Place.show(this, !(after instanceof Nothing));
    Place.show(open, some && after instanceof Needing now && now.areSeen());
    text.setText(
        switch (after) {
          case Nothing _ -> "";
          case Needing(int visits, var _, boolean areSeen) ->
              visits == 0
                  ? messages.get("after.none")
                  : areSeen ? many(visits) : many(visits) + " " + messages.get("after.elsewhere");
        });
  }

  private String many(int visits) {
    return visits == 1
        ? messages.get("after.one")
        : messages.get("after.many", Integer.toString(visits));
  }
}
