package io.daysheet.desktop.day;

import java.time.ZoneOffset;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// What the board says where it shows no visits: that the day is not here yet, that the hospital is
/// closed, that every doctor was left out.
final class BoardMessage extends Label {

  private final DayViewModel day;

  BoardMessage(DayViewModel day) {
    this.day = day;
    getStyleClass().setAll("label", "board-message");
    setMouseTransparent(true);
  }

  /// Whether another day than the wanted one is on the board where it may stay for long: its visits
  /// would be read under the other date. While the server is there the wanted one comes at once.
  boolean coversTheDay() {
    return day.isReadOnly() && !day.hasArrived();
  }

  /// Says it anew.
  void say(@Nullable BoardHours hours) {
    Wordings wordings = Wordings.in(hours == null ? ZoneOffset.UTC : hours.zone());
    setText(hours == null ? wordings.messages().get("board.loading") : text(hours, wordings));
  }

  private String text(BoardHours hours, Wordings wordings) {
    if (coversTheDay()) {
      return wordings.messages().get("board.elsewhere");
    }
    if (day.columns().isEmpty()) {
      return wordings.messages().get("board.no-doctors");
    }
    if (!hours.isClosed()) {
      return "";
    }
    return day.hospitalProperty()
        .get()
        .closureOn(hours.date())
        .map(closure -> wordings.messages().get("board.closed-because", closure.reason()))
        .orElseGet(() -> wordings.messages().get("board.closed"));
  }
}
