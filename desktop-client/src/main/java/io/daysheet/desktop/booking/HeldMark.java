package io.daysheet.desktop.booking;

import io.daysheet.desktop.booking.HeldTime.Left;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Place;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// How long the slot is kept yet: minutes and seconds over a bar that runs out.
public final class HeldMark extends VBox {

  private static final double WIDTH = 116;

  private final Label text = new Label("", Icons.icon("bi-lock"));
  private final ProgressBar bar = new ProgressBar();

  public HeldMark() {
    getStyleClass().setAll("held-mark");
    text.getStyleClass().setAll("label", "held-text");
    text.setMinWidth(USE_PREF_SIZE);
    bar.getStyleClass().add("held-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setFocusTraversable(false);
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    getChildren().setAll(text, bar);
    Place.show(this, false);
  }

  void show(Optional<Left> left) {
    Place.show(this, left.isPresent());
    left.ifPresent(now -> {
      text.setText(now.text());
      bar.setProgress(now.share());
    });
  }
}
