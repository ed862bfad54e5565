package io.daysheet.desktop.records;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.form.RecordFoot;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Names;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.records.RecordDraft.Flaw;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.Patient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One patient's record beside the list.
final class RecordForm {

  private static final List<String> CHANNELS = List.of("", "EMAIL", "SMS", "PUSH", "PHONE");

  private final RecordsViewModel records;
  private final PatientFormViewModel form;
  private final VisitsViewModel visits;
  private final RecordWording wording;
  private final Messages messages = Messages.beside(RecordForm.class);
  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private VBox duplicatesPlace;
  @FXML private TextField family;
  @FXML private Label familyWrong;
  @FXML private TextField given;
  @FXML private Label givenWrong;
  @FXML private TextField birth;
  @FXML private Label birthWrong;
  @FXML private TextField mrn;
  @FXML private Label mrnWrong;
  @FXML private TextField phone;
  @FXML private Label phoneWrong;
  @FXML private TextField email;
  @FXML private Label emailWrong;
  @FXML private TextField plan;
  @FXML private TextField member;
  @FXML private Label insuranceWrong;
  @FXML private ComboBox<String> channel;
  @FXML private HBox optOuts;
  @FXML private ComboBox<Optional<Doctor>> doctor;
  @FXML private CheckBox active;
  @FXML private Button merge;
  @FXML private Label told;
  @FXML private VBox visitsPlace;
  @FXML private RecordFoot foot;

  RecordForm(RecordsViewModel records, RecordsViewModel.Open open, RecordWording wording) {
    this.records = records;
    this.form = open.form();
    this.visits = open.visits();
    this.wording = wording;
  }

  @FXML
  void initialize() {
    List<Flaw> flaws =
        List.of(
            Flaw.FAMILY,
            Flaw.GIVEN,
            Flaw.BIRTH,
            Flaw.MRN,
            Flaw.PHONE,
            Flaw.EMAIL,
            Flaw.INSURANCE,
            Flaw.INSURANCE);
    for (int i = 0; i < fields().size(); i++) {
      int place = i;
      fields()
          .get(i)
          .textProperty()
          .addListener((_, _, text) -> type(d -> with(d, place, text), flaws.get(place)));
    }
    channel.setConverter(new Names<>("", this::channel));
    channel.getItems().setAll(CHANNELS);
    channel.setOnAction(_ -> contact());
    CHANNELS.stream().skip(1).forEach(each -> optOuts.getChildren().add(tick(each)));
    doctor.setConverter(
        new Names<>("", chosen -> chosen.map(Doctor::name).orElse(messages.get("form.no-doctor"))));
    doctor.setOnAction(_ -> primary());
    records.doctors().subscribe(this::showDoctors);
    showDoctors();
    active.setOnAction(_ -> type(d -> d.withActive(active.isSelected())));
    merge.setOnAction(_ -> records.beginMerge());
    var duplicates = new DuplicatesBox(form, wording, records::useInstead);
    duplicatesPlace.getChildren().setAll(duplicates);
    duplicatesPlace.managedProperty().bind(duplicates.managedProperty());
    visitsPlace.getChildren().setAll(new VisitsPane(visits, wording));
    foot.bind(form.record(), form::save, records::leave);
    form.record().shownProperty().subscribe(this::show);
    records.hospitals().subscribe(() -> showVisits(form.draft()));
    Focus.onEntry(root, () -> family);
  }

  /// In the order of the draft's texts.
  private List<TextField> fields() {
    return List.of(family, given, birth, mrn, phone, email, plan, member);
  }

  private static RecordDraft with(RecordDraft draft, int place, String text) {
    List<String> texts = new ArrayList<>(draft.texts());
    texts.set(place, text);
    return draft.with(texts);
  }

  private void type(UnaryOperator<RecordDraft> change, Flaw... about) {
    form.record().type(change, List.of(about));
  }

  private CheckBox tick(String each) {
    CheckBox box = new CheckBox(channel(each));
    box.setUserData(each);
    box.setOnAction(_ -> contact());
    return box;
  }

  private String channel(String each) {
    return messages.get(
        each.isEmpty() ? "channel.none" : "channel." + each.toLowerCase(Locale.ROOT));
  }

  private void contact() {
    Set<String> not = new HashSet<>();
    optOuts.getChildren().stream()
        .map(CheckBox.class::cast)
        .filter(CheckBox::isSelected)
        .forEach(box -> not.add((String) box.getUserData()));
    String chosen = channel.getValue();
    type(d -> d.with(chosen == null ? "" : chosen, not));
  }

  private void primary() {
    var chosen = doctor.getValue();
    if (chosen != null) {
      type(d -> d.with(chosen.map(Doctor::id)));
    }
  }

  private void showDoctors() {
    List<Optional<Doctor>> choices = new ArrayList<>();
    choices.add(Optional.empty());
    records.doctors().stream()
        .filter(
            each -> each.active() || form.draft().doctor().filter(each.id()::equals).isPresent())
        .forEach(each -> choices.add(Optional.of(each)));
    var before = form.draft().doctor();
    doctor.getItems().setAll(choices);
    showDoctor(before);
  }

  private void showDoctor(Optional<DoctorId> chosen) {
    doctor.getItems().stream()
        .filter(each -> each.map(Doctor::id).equals(chosen))
        .findFirst()
        .ifPresent(doctor::setValue);
  }

  private void show(Drafting.Shown<RecordDraft, Flaw> shown) {
    RecordDraft draft = shown.draft();
    Patient before = draft.before();
    title.setText(before == null ? messages.get("form.new") : before.summary().sortName());
    subtitle.setText(
        before == null
            ? messages.get("form.new.text")
            : wording.born(before) + " · " + before.mrn());
    for (int i = 0; i < fields().size(); i++) {
      Place.set(fields().get(i), draft.texts().get(i));
    }
    // the ticks first: a channel that is chosen takes them as they are
    optOuts
        .getChildren()
        .forEach(box -> ((CheckBox) box).setSelected(draft.optOuts().contains(box.getUserData())));
    channel.setValue(draft.channel());
    showDoctor(draft.doctor());
    Place.show(active, before != null);
    active.setSelected(draft.active());
    Place.show(merge, before != null && before.mergedInto() == null);
    showWrong(shown.wrong());
    Place.say(told, shown.told());
    foot.call(messages.get(before == null ? "form.register" : "form.save"));
    showVisits(draft);
  }

  private void showVisits(RecordDraft draft) {
    Place.show(visitsPlace, !draft.isNew());
  }

  private void showWrong(Map<Flaw, String> wrong) {
    Place.say(familyWrong, wrong.get(Flaw.FAMILY));
    Place.say(givenWrong, wrong.get(Flaw.GIVEN));
    Place.say(birthWrong, wrong.get(Flaw.BIRTH));
    Place.say(mrnWrong, wrong.get(Flaw.MRN));
    Place.say(phoneWrong, wrong.get(Flaw.PHONE));
    Place.say(emailWrong, wrong.get(Flaw.EMAIL));
    Place.say(insuranceWrong, wrong.get(Flaw.INSURANCE));
  }
}
