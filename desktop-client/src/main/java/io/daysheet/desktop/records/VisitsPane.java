package io.daysheet.desktop.records;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.records.VisitsViewModel.Asking;
import io.daysheet.desktop.records.VisitsViewModel.Known;
import io.daysheet.desktop.records.VisitsViewModel.Unanswered;
import io.daysheet.desktop.records.VisitsViewModel.Visits;
import io.daysheet.schedule.Appointment;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A patient's visits: those to come, and those that were.
final class VisitsPane extends VBox {

  private static final int MOST = 8;

  private final Messages messages = Messages.beside(VisitsPane.class);
  private final RecordWording wording;

  VisitsPane(VisitsViewModel visits, RecordWording wording) {
    this.wording = wording;
    getStyleClass().setAll("drawer-section");
    setId("visits");
    visits.visitsProperty().subscribe(this::show);
  }

  private void show(Visits visits) {
    getChildren().clear();
    switch (visits) {
      case Asking _ -> say("visits.asking");
      case Unanswered _ -> say("visits.unanswered");
      case Known(List<Appointment> next, List<Appointment> past) -> {
        list("visits.next", "visits.next.none", next);
        list("visits.past", "visits.past.none", past);
      }
    }
  }

  private void say(String key) {
    getChildren().add(label(messages.get(key), "drawer-why"));
  }

  private void list(String title, String none, List<Appointment> visits) {
    getChildren().add(label(messages.get(title), "drawer-label"));
    if (visits.isEmpty()) {
      say(none);
    }
    visits.stream().limit(MOST).map(this::line).forEach(getChildren()::add);
    if (visits.size() > MOST) {
      getChildren()
          .add(
              label(
                  messages.get("visits.more", Integer.toString(visits.size() - MOST)),
                  "drawer-why"));
    }
  }

  private Node line(Appointment visit) {
    return new VBox(label(wording.time(visit), "strong"), label(wording.about(visit), "meta"));
  }

  static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
