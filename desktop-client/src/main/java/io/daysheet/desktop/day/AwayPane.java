package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A doctor's absence: flat grey with its reason and range; the visits in it stand on top.
final class AwayPane extends VBox {
  private final TimeOff timeOff;
  private final TimeRange shown;

  AwayPane(TimeOff timeOff, TimeRange shown, Wordings wordings) {
    this.timeOff = timeOff;
    this.shown = shown;
    getStyleClass().setAll("away");
    setMouseTransparent(true);
    Label reason = new Label(wordings.day().timeOff(timeOff.reason()));
    reason.getStyleClass().setAll("label", "away-reason");
    reason.setGraphic(Icons.icon(DayWording.timeOffIcon(timeOff.reason()), "away-icon"));
    Label range = new Label(wordings.clock().range(shown.start(), shown.end()));
    range.getStyleClass().setAll("label", "away-range");
    getChildren().setAll(reason, range);
  }

  TimeOff timeOff() {
    return timeOff;
  }

  /// Its part of the opening hours.
  TimeRange shown() {
    return shown;
  }
}
