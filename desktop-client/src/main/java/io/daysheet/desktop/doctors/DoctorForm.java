package io.daysheet.desktop.doctors;

import io.daysheet.desktop.doctors.DoctorDraft.Flaw;
import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.form.RecordFoot;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.rebooking.AttentionBox;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One doctor beside the list.
final class DoctorForm {

  private final DoctorsViewModel doctors;
  private final RecordViewModel<DoctorDraft, Flaw, Doctor> form;
  private final Messages messages = Messages.beside(DoctorForm.class);
  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private Label told;
  @FXML private AttentionBox attention;
  @FXML private TextField name;
  @FXML private Label nameWrong;
  @FXML private TextField npi;
  @FXML private Label npiWrong;
  @FXML private TextField specialties;
  @FXML private Label specialtiesWrong;
  @FXML private TextField languages;
  @FXML private Label languagesWrong;
  @FXML private TextField plans;
  @FXML private Label plansWrong;
  @FXML private VBox hospitals;
  @FXML private CheckBox acceptsNew;
  @FXML private CheckBox active;
  @FXML private Label leaving;
  @FXML private RecordFoot foot;

  DoctorForm(DoctorsViewModel doctors, RecordViewModel<DoctorDraft, Flaw, Doctor> form) {
    this.doctors = doctors;
    this.form = form;
  }

  @FXML
  void initialize() {
    hear(name, DoctorDraft::withName, Flaw.NAME);
    hear(npi, DoctorDraft::withNpi, Flaw.NPI, Flaw.NPI_LENGTH);
    hear(specialties, DoctorDraft::withSpecialties, Flaw.SPECIALTIES);
    hear(languages, DoctorDraft::withLanguages, Flaw.LANGUAGES);
    hear(plans, DoctorDraft::withPlans, Flaw.PLANS);
    doctors.hospitals().subscribe(this::showHospitals);
    acceptsNew.setOnAction(_ -> type(d -> d.withAcceptsNew(acceptsNew.isSelected())));
    active.setOnAction(_ -> type(d -> d.withActive(active.isSelected())));
    attention.bind(doctors.attention());
    foot.bind(form, doctors::leave);
    showHospitals();
    form.shownProperty().subscribe(this::show);
    Focus.onEntry(root, () -> name);
  }

  @FunctionalInterface
  private interface With {
    DoctorDraft with(DoctorDraft draft, String typed);
  }

  private void hear(TextField field, With with, Flaw... about) {
    field.textProperty().addListener((_, _, text) -> type(d -> with.with(d, text), about));
  }

  private void type(UnaryOperator<DoctorDraft> change, Flaw... about) {
    form.type(change, List.of(about));
  }

  private void showHospitals() {
    hospitals.getChildren().setAll(doctors.hospitals().stream().map(this::box).toList());
    showTicks(form.draft());
  }

  private CheckBox box(Hospital hospital) {
    CheckBox box = new CheckBox(hospital.name());
    box.setUserData(hospital.id());
    box.setOnAction(_ -> type(d -> d.with(hospital.id(), box.isSelected())));
    return box;
  }

  private void showTicks(DoctorDraft draft) {
    hospitals
        .getChildren()
        .forEach(box ->
            ((CheckBox) box)
                .setSelected(draft.hospitals().contains((HospitalId) box.getUserData())));
  }

  private void show(Drafting.Shown<DoctorDraft, Flaw> shown) {
    DoctorDraft draft = shown.draft();
    Doctor before = draft.before();
    title.setText(before == null ? messages.get("form.new") : before.name());
    subtitle.setText(messages.get(before == null ? "form.new.text" : "form.text"));
    Place.set(name, draft.name());
    Place.set(npi, draft.npi());
    Place.set(specialties, draft.specialties());
    Place.set(languages, draft.languages());
    Place.set(plans, draft.plans());
    showTicks(draft);
    acceptsNew.setSelected(draft.acceptsNew());
    Place.show(active, before != null);
    active.setSelected(draft.active());
    Place.say(
        leaving,
        before != null && before.active() && !draft.active() ? messages.get("form.leaving") : "");
    showWrong(shown.wrong());
    Place.say(told, shown.told());
  }

  private void showWrong(Map<Flaw, String> wrong) {
    Place.say(nameWrong, wrong.get(Flaw.NAME));
    String length = wrong.get(Flaw.NPI_LENGTH);
    Place.say(npiWrong, length == null ? wrong.get(Flaw.NPI) : length);
    Place.say(specialtiesWrong, wrong.get(Flaw.SPECIALTIES));
    Place.say(languagesWrong, wrong.get(Flaw.LANGUAGES));
    Place.say(plansWrong, wrong.get(Flaw.PLANS));
  }
}
