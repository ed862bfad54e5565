package io.daysheet.desktop.patients;

import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.patients.PatientSearchViewModel.State;
import io.daysheet.patient.Patient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The patient of a form: searched by a few letters, or registered in place.
public final class PatientPicker extends VBox {

  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

  private final Messages messages = Messages.beside(PatientPicker.class);
  private final TextField query = new TextField();
  private final Label count = new Label();
  private final Label picked = new Label();
  private final VBox rows = new VBox();
  private final HBox none = new HBox();
  private final HBox urgent = new HBox();
  private final VBox searching = new VBox();
  private @Nullable PatientSearchViewModel search;
  private @Nullable Supplier<RegisterPatientViewModel> register;
  private @Nullable RegisterPane registering;
  private @Nullable Runnable emergency;
  private LocalDate today = LocalDate.EPOCH;

  /// Empty until it is bound.
  public PatientPicker() {
    setSpacing(4);
    Label label = new Label(messages.get("patient"));
    label.getStyleClass().setAll("label", "form-label");
    label.setLabelFor(query);
    query.setPromptText(messages.get("patient.prompt"));
    query.setAccessibleText(messages.get("patient"));
    query.setId("patient-search");
    count.getStyleClass().setAll("label", "search-count");
    picked.getStyleClass().setAll("label", "meta");
    rows.getStyleClass().setAll("rows");
    StackPane field = new StackPane(query, Icons.icon("bi-search"), count);
    field.getStyleClass().setAll("search");
    StackPane.setAlignment(field.getChildren().get(1), Pos.CENTER_LEFT);
    field.getChildren().get(1).setTranslateX(10);
    StackPane.setAlignment(count, Pos.CENTER_RIGHT);
    count.setTranslateX(-10);
    count.setMouseTransparent(true);
    Hyperlink link = new Hyperlink(messages.get("patient.register"));
    link.getStyleClass().setAll("hyperlink", "form-link");
    link.setOnAction(_ -> startRegistering());
    Label question = new Label(messages.get("patient.register.question"));
    question.getStyleClass().setAll("label", "form-label");
    none.getChildren().setAll(question, link, KeyCap.of("Alt N"));
    none.setSpacing(6);
    none.setAlignment(Pos.CENTER_LEFT);
    Label notYours = new Label(messages.get("patient.emergency.question"));
    notYours.getStyleClass().setAll("label", "form-label");
    Hyperlink way = new Hyperlink(messages.get("patient.emergency"));
    way.getStyleClass().setAll("hyperlink", "form-link");
    way.setOnAction(_ -> Objects.requireNonNull(emergency).run());
    urgent.getChildren().setAll(notYours, way);
    urgent.setSpacing(6);
    urgent.setAlignment(Pos.CENTER_LEFT);
    Place.show(urgent, false);
    searching.setSpacing(4);
    searching.getChildren().setAll(label, field, picked, rows, none, urgent);
    getChildren().setAll(searching);
  }

  /// Connects it with what it shows, once.
  public void bind(
      PatientSearchViewModel model, Supplier<RegisterPatientViewModel> maker, ZoneId zone) {
    search = model;
    register = maker;
    today = model.today(zone);
    query.textProperty().bindBidirectional(model.queryProperty());
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    addEventFilter(KeyEvent.KEY_PRESSED, this::altN);
    model.results().addListener((ListChangeListener<Patient>) _ -> show());
    model.markedProperty().subscribe(this::show);
    model.stateProperty().subscribe(this::show);
    model.pickedProperty().subscribe(this::show);
    // after something else was shown in its place
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            model.lookAgain();
          }
        });
  }

  /// The way for those whose search finds their own patients only.
  public void offerEmergency(Runnable open) {
    emergency = open;
    show();
  }

  public void takeFocus() {
    query.requestFocus();
  }

  /// What Enter means here: true if it was for the picker.
  public boolean commit() {
    if (registering != null) {
      registering.register();
      return true;
    }
    return Objects.requireNonNull(search).commit();
  }

  /// What Alt and a number mean here: true if it was for the picker.
  public boolean number(int number) {
    return registering != null && registering.use(number);
  }

  private void walk(KeyEvent event) {
    boolean down = event.getCode() == KeyCode.DOWN;
    if (down || event.getCode() == KeyCode.UP) {
      Objects.requireNonNull(search).move(down ? 1 : -1);
      event.consume();
    }
  }

  private void altN(KeyEvent event) {
    if (FormKeys.isAlt(event) && event.getCode() == KeyCode.N && registering == null) {
      startRegistering();
      event.consume();
    }
  }

  private void startRegistering() {
    RegisterPatientViewModel model = Objects.requireNonNull(register).get();
    model.startFrom(query.getText());
    RegisterPane pane = new RegisterPane(model, this::detail, this::stopRegistering);
    registering = pane;
    getChildren().setAll(pane);
    pane.takeFocus();
  }

  /// Back to the search; with the new patient if there is one.
  private void stopRegistering(@Nullable Patient patient) {
    registering = null;
    getChildren().setAll(searching);
    if (patient != null) {
      Objects.requireNonNull(search).pick(patient);
    }
    query.requestFocus();
    query.end();
  }

  private void show() {
    PatientSearchViewModel model = search;
    if (model == null) {
      return;
    }
    Patient patient = model.pickedProperty().get();
    Place.show(picked, patient != null);
    if (patient != null) {
      picked.setText(detail(patient));
    }
    State state = model.stateProperty().get();
    int found = model.results().size();
    count.setText(
        switch (state) {
          case IDLE -> "";
          case SEARCHING -> messages.get("patient.searching");
          case FAILED -> messages.get("patient.failed.short");
          case FOUND ->
              found == 0
                  ? messages.get("patient.none")
                  : messages.get(
                      model.hasMore() ? "patient.more" : "patient.found", Integer.toString(found));
        });
    Place.show(rows, found > 0);
    Place.show(none, patient == null);
    Place.show(urgent, emergency != null && state == State.FOUND && found == 0 && patient == null);
    rows.getChildren().clear();
    for (int i = 0; i < found; i++) {
      rows.getChildren().add(row(model, i));
    }
  }

  private Node row(PatientSearchViewModel model, int index) {
    Patient patient = model.results().get(index);
    Label detail = new Label(detail(patient));
    detail.getStyleClass().setAll("label", "meta");
    VBox words =
        new VBox(MatchedName.of(patient.summary().sortName(), model.queryProperty().get()), detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.getStyleClass().setAll("row");
    boolean looksOnly = model.isOnlyLookedAt(patient);
    if (looksOnly) {
      Label only = new Label(messages.get("patient.look-only"));
      only.getStyleClass().setAll("label", "look-only");
      only.setGraphic(Icons.icon("bi-eye"));
      words.getChildren().add(only);
    }
    boolean marked = index == model.markedProperty().get();
    row.pseudoClassStateChanged(MARKED, marked);
    row.pseudoClassStateChanged(LAST, index == model.results().size() - 1);
    if (marked && !looksOnly) {
      row.getChildren().add(KeyCap.of("Enter"));
    }
    row.setOnMouseClicked(_ -> model.pick(patient));
    return row;
  }

  private String detail(Patient patient) {
    String born = PatientWording.born(patient.birthDate());
    String age = Integer.toString(PatientWording.age(patient.birthDate(), today));
    String text = messages.get("patient.detail", born, age, patient.mrn());
    return patient.insurance() == null ? text : text + " · " + patient.insurance().plan();
  }
}
