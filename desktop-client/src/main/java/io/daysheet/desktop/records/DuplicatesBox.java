package io.daysheet.desktop.records;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.patients.DuplicatesViewModel.Likely;
import io.daysheet.desktop.patients.DuplicatesViewModel.Somebody;
import io.daysheet.desktop.patients.DuplicatesViewModel.Unanswered;
import io.daysheet.patient.Patient;
import io.daysheet.wire.LikelySame;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Who is registered already and likely to be the person that is typed, side by side with it.
final class DuplicatesBox extends VBox {

  private final Messages messages = Messages.beside(DuplicatesBox.class);
  private final PatientFormViewModel form;
  private final RecordWording wording;
  private final Consumer<Patient> use;
  private final Button anyway = new Button(messages.get("same.anyway"));

  /// @param use opens one of them in place of what is typed
  DuplicatesBox(PatientFormViewModel form, RecordWording wording, Consumer<Patient> use) {
    this.form = form;
    this.wording = wording;
    this.use = use;
    getStyleClass().setAll("one-time");
    setId("duplicates");
    anyway.setId("register-anyway");
    anyway.setOnAction(_ -> form.registerAnyway());
    form.record().shownProperty().subscribe(shown -> anyway.setDisable(!shown.canSave()));
    form.duplicates().likelyProperty().subscribe(this::show);
    form.warnedProperty().subscribe(_ -> show(form.duplicates().likelyProperty().get()));
  }

  private void show(Likely likely) {
    getChildren().clear();
    Place.show(this, likely instanceof Somebody || likely instanceof Unanswered);
    if (likely instanceof Unanswered) {
      getChildren().add(VisitsPane.label(messages.get("same.unanswered"), "one-time-text"));
    } else if (likely instanceof Somebody(List<LikelySame> all)) {
      String title = messages.get(form.warnedProperty().get() ? "same.warned" : "same.title");
      getChildren().add(VisitsPane.label(title, "one-time-title"));
      all.forEach(each -> getChildren().add(one(each)));
      getChildren().add(anyway);
    }
  }

  private Node one(LikelySame likely) {
    Patient patient = likely.patient();
    String because =
        likely.because().stream().map(wording::trait).collect(Collectors.joining(", "));
    Button take = new Button(messages.get("same.use"));
    take.setAccessibleText(messages.get("same.use.spoken", patient.summary().sortName()));
    take.getStyleClass().add("use-this");
    take.setOnAction(_ -> use.accept(patient));
    var sides =
        new FactsPane(
            List.of(messages.get("same.typed"), messages.get("same.registered")),
            List.of(form.draft().asTyped(), patient),
            wording);
    VBox one = new VBox(VisitsPane.label(because, "one-time-text"), sides, take);
    one.setSpacing(8);
    return one;
  }
}
