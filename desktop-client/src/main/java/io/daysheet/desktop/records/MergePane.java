package io.daysheet.desktop.records;

import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.records.MergeViewModel.Choosing;
import io.daysheet.desktop.records.MergeViewModel.Comparing;
import io.daysheet.desktop.records.MergeViewModel.Done;
import io.daysheet.desktop.records.MergeViewModel.Step;
import io.daysheet.desktop.records.VisitsViewModel.Known;
import io.daysheet.patient.Patient;
import io.daysheet.wire.MergedPatient;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Two records of one person, in place of the record that was open.
final class MergePane extends VBox {

  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final Messages messages = Messages.beside(MergePane.class);
  private final MergeViewModel merge;
  private final VisitsViewModel own;
  private final RecordWording wording;
  private final Runnable leave;
  private final VBox body = new VBox();
  private final VBox rows = new VBox();
  private final HBox foot = new HBox();

  /// @param own the visits of the record that was open
  /// @param leave goes back to it
  MergePane(MergeViewModel merge, VisitsViewModel own, RecordWording wording, Runnable leave) {
    this.merge = merge;
    this.own = own;
    this.wording = wording;
    this.leave = leave;
    getStyleClass().setAll("drawer", "wide");
    FormParts.dress(this);
    body.getStyleClass().setAll("drawer-body");
    rows.getStyleClass().setAll("rows");
    ScrollPane scroll = new ScrollPane(body);
    scroll.getStyleClass().setAll("scroll-pane", "drawer-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    foot.getStyleClass().setAll("drawer-foot");
    getChildren().setAll(scroll, foot);
    merge.stepProperty().subscribe(this::show);
    merge.others().visitsProperty().subscribe(_ -> show(merge.stepProperty().get()));
    merge.search().results().subscribe(this::showRows);
    merge.search().markedProperty().subscribe(this::showRows);
  }

  private void show(Step step) {
    body.getChildren().setAll(VisitsPane.label(messages.get("merge.title"), "heading"));
    foot.getChildren().clear();
    switch (step) {
      case Choosing _ -> choose();
      case Comparing comparing -> compare(comparing);
      case Done(MergedPatient result, Patient gone) -> done(result, gone);
    }
  }

  private void choose() {
    TextField query = new TextField();
    query.setId("merge-search");
    query.setAccessibleText(messages.get("merge.search"));
    query.setPromptText(messages.get("merge.search"));
    query.textProperty().bindBidirectional(merge.search().queryProperty());
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    body.getChildren()
        .addAll(
            VisitsPane.label(
                messages.get("merge.text", merge.open().summary().sortName(), merge.open().mrn()),
                "muted"),
            query,
            rows);
    foot.getChildren().setAll(button("merge-leave", "merge.leave", leave));
    showRows();
    Focus.on(query);
  }

  private void walk(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      merge.search().move(event.getCode() == KeyCode.DOWN ? 1 : -1);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && merge.search().commit()) {
      event.consume();
    }
  }

  private void showRows() {
    rows.getChildren().clear();
    List<Patient> found = merge.search().results();
    for (int i = 0; i < found.size(); i++) {
      rows.getChildren().add(row(found.get(i), i == merge.search().markedProperty().get()));
    }
    Place.show(rows, !found.isEmpty());
  }

  private Node row(Patient patient, boolean marked) {
    boolean itself = patient.id().equals(merge.open().id());
    String about =
        itself ? messages.get("merge.itself") : wording.born(patient) + " · " + patient.mrn();
    HBox row =
        new HBox(
            new VBox(
                VisitsPane.label(patient.summary().sortName(), "strong"),
                VisitsPane.label(about, "meta")));
    row.getStyleClass().setAll("row");
    row.pseudoClassStateChanged(MARKED, marked);
    row.setOnMouseClicked(_ -> merge.search().pick(patient));
    return row;
  }

  private void compare(Comparing both) {
    Button swap = button("merge-swap", "merge.swap", merge::swap);
    swap.setGraphic(Icons.icon("bi-arrow-left-right"));
    Label told = VisitsPane.label(both.told(), "told-line");
    Place.say(told, both.told());
    body.getChildren()
        .addAll(
            new FactsPane(
                List.of(messages.get("merge.stays"), messages.get("merge.goes")),
                List.of(both.stays(), both.goes()),
                wording),
            swap,
            VisitsPane.label(carried(both), "strong"),
            VisitsPane.label(messages.get("merge.carried.text"), "drawer-why"),
            told);
    Button go = button("merge-go", both.sending() ? "merge.sending" : "merge.go", merge::merge);
    go.getStyleClass().add("accent");
    go.setDisable(both.sending());
    foot.getChildren()
        .setAll(
            go,
            button("merge-back", "merge.back", merge::back),
            button("merge-leave", "merge.leave", leave));
    Focus.on(swap);
  }

  private String carried(Comparing both) {
    boolean openGoes = both.goes().id().equals(merge.open().id());
    var visits = (openGoes ? own : merge.others()).visitsProperty().get();
    String name = both.goes().summary().sortName();
    return visits instanceof Known known
        ? messages.get("merge.carried", name, Integer.toString(known.count()))
        : messages.get("merge.carried.unknown", name);
  }

  private void done(MergedPatient result, Patient gone) {
    body.getChildren()
        .add(
            VisitsPane.label(
                messages.get(
                    "merge.done",
                    gone.mrn(),
                    result.patient().summary().sortName(),
                    result.patient().mrn(),
                    Integer.toString(result.carriedVisits())),
                "told-line"));
    if (result.overlaps().isEmpty()) {
      body.getChildren().add(VisitsPane.label(messages.get("merge.no-overlap"), "muted"));
    } else {
      VBox overlaps = new VBox(VisitsPane.label(messages.get("merge.overlaps"), "one-time-title"));
      overlaps.getStyleClass().setAll("one-time");
      result.overlaps().stream()
          .map(pair -> VisitsPane.label(wording.overlap(pair), "one-time-text"))
          .forEach(overlaps.getChildren()::add);
      body.getChildren().add(overlaps);
    }
    Button open = button("merge-open", "merge.open", leave);
    open.getStyleClass().add("accent");
    foot.getChildren().setAll(open);
    Focus.on(open);
  }

  private Button button(String id, String key, Runnable action) {
    Button button = new Button(messages.get(key));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
