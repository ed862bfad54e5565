package io.daysheet.desktop.patients;

import io.daysheet.desktop.board.Progress;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.patients.DuplicatesViewModel.Somebody;
import io.daysheet.desktop.patients.DuplicatesViewModel.Unanswered;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Violation;
import io.daysheet.wire.LikelySame;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The few fields of a new patient, in place of the search.
final class RegisterPane extends VBox {

  private final Messages messages = Messages.beside(RegisterPane.class);
  private final RegisterPatientViewModel model;
  private final Consumer<@Nullable Patient> done;
  private final TextField family;
  private final TextField birth;
  private final Button save = new Button();
  private final Button anyway = new Button();
  private final LikelyBox likely;
  private final Label why = new Label();

  /// The fields of one view model.
  ///
  /// @param detail what is said of a patient besides the name
  /// @param done told with the new patient, or with null when the search is wanted back
  RegisterPane(
      RegisterPatientViewModel model,
      Function<Patient, String> detail,
      Consumer<@Nullable Patient> done) {
    this.model = model;
    this.done = done;
    likely = new LikelyBox(detail, this::useNumbered);
    setSpacing(8);
    Label title = new Label(messages.get("register.title"));
    title.getStyleClass().setAll("label", "strong");
    family = field(model.familyNameProperty());
    TextField given = field(model.givenNameProperty());
    birth = field(model.birthDateProperty());
    birth.setPromptText(messages.get("register.birth.prompt"));
    TextField phone = field(model.phoneProperty());
    HBox names = row(labelled("register.family", family), labelled("register.given", given));
    HBox facts = row(labelled("register.birth", birth), labelled("register.phone", phone));
    FormParts.label(save, messages.get("register.save"), "Enter");
    save.setOnAction(_ -> register());
    anyway.setId("register-anyway");
    anyway.setText(messages.get("likely.anyway"));
    anyway.setOnAction(_ -> model.registerAnyway());
    Button back = new Button(messages.get("register.back"));
    back.setOnAction(_ -> {
      model.close();
      done.accept(null);
    });
    why.getStyleClass().setAll("label", "form-why");
    HBox ways = new HBox(save, anyway, back, why);
    ways.setSpacing(8);
    getChildren().setAll(title, names, facts, likely, ways);
    model.progressProperty().subscribe(this::show);
    model.likelyProperty().subscribe(_ -> show());
    model.warnedProperty().subscribe(_ -> show());
    show();
  }

  private TextField field(StringProperty text) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    text.addListener((_, _, _) -> show());
    return field;
  }

  private VBox labelled(String key, TextField field) {
    Label label = new Label(messages.get(key));
    label.getStyleClass().setAll("label", "form-label");
    label.setLabelFor(field);
    VBox box = new VBox(label, field);
    box.setSpacing(4);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static HBox row(VBox left, VBox right) {
    HBox row = new HBox(left, right);
    row.setSpacing(12);
    return row;
  }

  /// The first field that still wants something.
  void takeFocus() {
    (model.familyNameProperty().get().isBlank() ? family : birth).requestFocus();
  }

  void register() {
    model.register();
    show();
  }

  /// Takes one who is registered already, from 1 on.
  ///
  /// @return false if there is none of that number
  boolean use(int number) {
    if (model.likelyProperty().get() instanceof Somebody(List<LikelySame> all)
        && number >= 1
        && number <= all.size()) {
      model.close();
      done.accept(all.get(number - 1).patient());
      return true;
    }
    return false;
  }

  private void useNumbered(int number) {
    boolean _ = use(number);
  }

  private void show() {
    @Nullable Progress<Patient> progress = model.progressProperty().get();
    if (progress instanceof Progress.Done<Patient>(Patient patient)) {
      done.accept(patient);
      return;
    }
    List<Violation> violations = model.violations();
    boolean waits = !violations.isEmpty() || model.isUnderWay();
    save.setDisable(waits);
    anyway.setDisable(waits);
    List<LikelySame> known =
        model.likelyProperty().get() instanceof Somebody(List<LikelySame> all) ? all : List.of();
    likely.show(known, model.warnedProperty().get());
    Place.show(likely, !known.isEmpty());
    Place.show(anyway, !known.isEmpty());
    Place.show(save, known.isEmpty());
    why.setText(
        progress instanceof Progress.Refused<Patient>(var refusal)
            ? messages.get("register.refused", refusal.code())
            : progress instanceof Progress.AskingAgain<?>
                ? messages.get("register.again")
                : model.isUnderWay() ? messages.get("register.saving") : wants(violations));
  }

  private String wants(List<Violation> violations) {
    if (violations.isEmpty()) {
      return model.isLookingFirst()
          ? messages.get("register.looking")
          : model.likelyProperty().get() instanceof Unanswered
              ? messages.get("register.unanswered")
              : "";
    }
    return violations.stream()
        .findFirst()
        .map(first ->
            switch (first) {
              case Violation.MissingField _ -> messages.get("register.missing");
              case Violation.InvalidValue _ -> messages.get("register.birth.bad");
              default -> messages.get("register.too-long");
            })
        .orElse("");
  }
}
