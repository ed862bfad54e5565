package io.daysheet.desktop.booking;

import io.daysheet.desktop.booking.BookingShown.Taken;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says that the slot is somebody else's now, by whom, and what is free instead, numbered.
public final class TakenBox extends VBox {

  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

  private final Messages messages = Messages.beside(TakenBox.class);
  private BookingShown shown = BookingShown.EMPTY;

  public TakenBox() {
    setSpacing(8);
    setVisible(false);
    setManaged(false);
  }

  /// Shows it, or takes it away if nothing is taken.
  ///
  /// @param choose takes the alternative of that number
  void show(BookingShown now, AlternativeWording wording, IntConsumer choose) {
    Taken taken = now.taken();
    setVisible(taken != null);
    setManaged(taken != null);
    boolean same =
        Objects.equals(taken, shown.taken())
            && now.alternatives().equals(shown.alternatives())
            && now.chosen() == shown.chosen();
    shown = now;
    if (taken == null || same) {
      return;
    }
    getChildren().setAll(box(taken));
    Label heading =
        new Label(
            messages.get(now.alternatives().isEmpty() ? "alternatives.none" : "alternatives"));
    heading.getStyleClass().setAll("label", "form-label");
    getChildren().add(heading);
    if (!now.alternatives().isEmpty()) {
      getChildren().add(rows(now.alternatives(), now.chosen(), wording, choose));
    }
  }

  private static Node box(Taken taken) {
    Label title = new Label(taken.title());
    title.getStyleClass().setAll("label", "taken-title");
    Label text = new Label(taken.text());
    text.setWrapText(true);
    text.getStyleClass().setAll("label", "obstacle-text");
    Label code = new Label(taken.code());
    code.getStyleClass().setAll("label", "code");
    VBox words = new VBox(title, text, code);
    words.setSpacing(2);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(Icons.icon("bi-exclamation-octagon-fill", "obstacle-icon"), words);
    row.getStyleClass().setAll("obstacle");
    VBox box = new VBox(row);
    box.getStyleClass().setAll("obstacles");
    return box;
  }

  private static Node rows(
      List<Alternative> offered, int chosen, AlternativeWording wording, IntConsumer choose) {
    VBox rows = new VBox();
    rows.getStyleClass().setAll("rows");
    for (int i = 0; i < offered.size(); i++) {
      int number = i + 1;
      Alternative alternative = offered.get(i);
      Label cap = new Label(Integer.toString(number));
      cap.getStyleClass().setAll("label", "number");
      Label time = new Label(wording.time(alternative));
      time.getStyleClass().setAll("label", "time");
      Label doctor = new Label(alternative.doctor().name());
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Label note = new Label(wording.note(alternative));
      note.getStyleClass().setAll("label", "meta");
      HBox row = new HBox(cap, time, doctor, gap, note);
      row.getStyleClass().setAll("row");
      row.pseudoClassStateChanged(MARKED, number == chosen);
      row.pseudoClassStateChanged(LAST, number == offered.size());
      row.setOnMouseClicked(_ -> choose.accept(number));
      row.setAccessibleText(number + ": " + time.getText() + ", " + doctor.getText());
      rows.getChildren().add(row);
    }
    return rows;
  }
}
