package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.form.TypeName;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.patients.PatientWording;
import io.daysheet.desktop.rebooking.AlternativesViewModel.Found;
import io.daysheet.desktop.rebooking.AlternativesViewModel.Free;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One visit that needs attention: why, where it could go, and the ways to put it in order.
final class VisitPane extends VBox {

  private final Messages messages = Messages.beside(VisitPane.class);
  private final VisitViewModel visit;
  private final Hospital hospital;
  private final RebookingWording wording;
  private final VBox alternatives = new VBox();
  private final Button cancel = new Button(messages.get("cancel"));
  private final Label told = label("", "told-line");

  VisitPane(VisitViewModel visit, Hospital hospital, String doctor, RebookingWording wording) {
    this.visit = visit;
    this.hospital = hospital;
    this.wording = wording;
    getStyleClass().setAll("drawer");
    VBox body = new VBox(head(doctor), box(), told, field(), alternatives);
    body.getStyleClass().setAll("drawer-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.getStyleClass().setAll("scroll-pane", "drawer-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    alternatives.getStyleClass().setAll("drawer-section");
    cancel.setId("cancel-visit");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> visit.cancel());
    HBox foot = new HBox(cancel, label(messages.get("cancel.text"), "drawer-why"));
    foot.getStyleClass().setAll("drawer-foot");
    getChildren().setAll(scroll, foot);
    visit.stateProperty().subscribe(this::show);
    visit.alternatives().shownProperty().subscribe(this::show);
  }

  private Node head(String doctor) {
    Appointment at = visit.visit();
    return new VBox(
        label(at.patient().sortName(), "heading"),
        label(messages.get("born", PatientWording.born(at.patient().birthDate())), "muted"),
        label(
            wording.day(at.start(), hospital) + ", " + wording.time(at.start(), at.end(), hospital),
            "strong"),
        label(doctor + " · " + TypeName.of(at.type()), "muted"));
  }

  private Node box() {
    VBox why =
        new VBox(
            label(messages.get("why"), "one-time-title"),
            label(wording.reasons(visit.visit()), "one-time-text"));
    why.getStyleClass().setAll("one-time");
    return why;
  }

  private Node field() {
    TextField reason = new TextField();
    reason.setId("reason");
    reason.setAccessibleText(messages.get("reason"));
    reason.textProperty().bindBidirectional(visit.reasonProperty());
    VBox field =
        new VBox(
            label(messages.get("reason"), "drawer-label"),
            reason,
            label(messages.get("reason.text"), "drawer-why"));
    field.getStyleClass().setAll("drawer-field");
    return field;
  }

  /// Moves it to the alternative of that number; false if there is none.
  boolean take(int number) {
    List<Free> all = visit.alternatives().shownProperty().get().all();
    boolean isThere = number >= 1 && number <= all.size();
    if (isThere) {
      visit.moveTo(all.get(number - 1));
    }
    return isThere;
  }

  private void show(VisitViewModel.State state) {
    alternatives.setDisable(state.sending());
    cancel.setDisable(state.sending());
    Place.say(told, state.sending() ? messages.get("sending") : state.told());
  }

  private void show(Found found) {
    alternatives.getChildren().setAll(label(messages.get("free"), "drawer-label"));
    for (int i = 0; i < found.all().size(); i++) {
      alternatives.getChildren().add(row(found.all().get(i), i + 1));
    }
    String key =
        found.asking()
            ? "free.asking"
            : found.failed() ? "free.failed" : found.all().isEmpty() ? "free.none" : "";
    if (!key.isEmpty()) {
      alternatives.getChildren().add(label(messages.get(key), "drawer-why"));
    }
  }

  private Node row(Free free, int number) {
    String when =
        wording.day(free.start(), hospital)
            + ", "
            + wording.time(free.start(), free.end(), hospital);
    Button move = new Button(messages.get("move"));
    move.setMinWidth(USE_PREF_SIZE);
    move.getStyleClass().add("move-here");
    move.setAccessibleText(messages.get("move.spoken", when, free.doctor().name()));
    move.setOnAction(_ -> visit.moveTo(free));
    VBox words = new VBox(label(when, "strong"), label(free.doctor().name(), "meta"));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label key = KeyCap.of(messages.get("move.key", Integer.toString(number)));
    key.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(words, key, move);
    row.getStyleClass().setAll("alternative");
    return row;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
