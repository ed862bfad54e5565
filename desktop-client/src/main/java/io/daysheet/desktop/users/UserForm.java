package io.daysheet.desktop.users;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Names;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.users.UserDraft.Flaw;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Role;
import io.daysheet.wire.User;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One account beside the list.
final class UserForm {

  private static final List<Role> OFFERED =
      List.of(
          Role.RECEPTIONIST,
          Role.SCHEDULER,
          Role.DOCTOR,
          Role.ADMIN,
          Role.AUDITOR,
          Role.PATIENT,
          Role.INTEGRATION);

  private static final Set<Role> ALONE = EnumSet.of(Role.PATIENT, Role.INTEGRATION);

  private final UsersViewModel users;
  private final UserFormViewModel form;
  private final @Nullable RecoveryViewModel recovery;
  private final UserWording wording;
  private final Messages messages = Messages.beside(UserForm.class);
  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private VBox loginPlace;
  @FXML private TextField login;
  @FXML private Label loginWrong;
  @FXML private Label loginHint;
  @FXML private VBox namePlace;
  @FXML private TextField name;
  @FXML private Label nameWrong;
  @FXML private GridPane roles;
  @FXML private Label rolesWrong;
  @FXML private VBox hospitalsPlace;
  @FXML private CheckBox everyHospital;
  @FXML private VBox hospitals;
  @FXML private Label hospitalsWrong;
  @FXML private VBox doctorPlace;
  @FXML private ComboBox<Doctor> doctor;
  @FXML private Label doctorWrong;
  @FXML private VBox patientPlace;
  @FXML private TextField mrn;
  @FXML private Label mrnWrong;
  @FXML private TextField born;
  @FXML private Label bornWrong;
  @FXML private Label record;
  @FXML private CheckBox active;
  @FXML private Label told;
  @FXML private Button save;
  @FXML private Button leave;
  @FXML private Label why;
  @FXML private VBox recoveryPlace;

  UserForm(UsersViewModel users, UsersViewModel.Open open, UserWording wording) {
    this.users = users;
    this.form = open.form();
    this.recovery = open.recovery();
    this.wording = wording;
  }

  @FXML
  void initialize() {
    login
        .textProperty()
        .addListener((_, _, t) -> form.type(draft -> draft.withLogin(t), Flaw.LOGIN));
    name.textProperty().addListener((_, _, t) -> form.type(draft -> draft.withName(t), Flaw.NAME));
    mrn.textProperty()
        .addListener((_, _, t) -> form.type(d -> d.with(d.patient().withMrn(t)), Flaw.PATIENT));
    born.textProperty()
        .addListener((_, _, t) -> form.type(d -> d.with(d.patient().withBorn(t)), Flaw.BIRTH_DATE));
    everyHospital.setOnAction(
        _ -> form.type(d -> d.withEveryHospital(everyHospital.isSelected()), Flaw.HOSPITALS));
    active.setOnAction(_ -> form.type(d -> d.withActive(active.isSelected())));
    doctor.setConverter(new Names<>("", Doctor::name));
    doctor.valueProperty().subscribe(this::picked);
    save.setOnAction(_ -> form.save());
    leave.setOnAction(_ -> users.leave());
    for (Role role : OFFERED) {
      CheckBox box = new CheckBox(wording.role(role));
      box.setUserData(role);
      box.setOnAction(
          _ -> form.type(d -> d.with(role, box.isSelected()), Flaw.NO_ROLE, Flaw.ROLES));
      int at = OFFERED.indexOf(role);
      roles.add(box, at % 2, at / 2);
    }
    doctor.setItems(users.doctors());
    users.hospitals().subscribe(this::showHospitals);
    showHospitals();
    showRecovery();
    form.shownProperty().subscribe(this::show);
    Focus.onEntry(root, this::first);
  }

  private Node first() {
    UserDraft draft = form.draft();
    return draft.isNew() ? login : draft.isPatient() ? active : name;
  }

  private void picked(@Nullable Doctor chosen) {
    if (chosen != null && !chosen.id().equals(form.draft().doctor())) {
      boolean unnamed = form.draft().name().isBlank();
      form.type(
          d -> unnamed ? d.with(chosen.id()).withName(chosen.name()) : d.with(chosen.id()),
          Flaw.DOCTOR);
    }
  }

  private void showHospitals() {
    hospitals.getChildren().setAll(users.hospitals().stream().map(this::hospital).toList());
  }

  private Node hospital(Hospital each) {
    CheckBox box = new CheckBox(each.name());
    box.setUserData(each);
    box.setSelected(form.draft().hospitals().contains(each.id()));
    box.setOnAction(_ -> form.type(d -> d.with(each.id(), box.isSelected()), Flaw.HOSPITALS));
    return box;
  }

  private void showRecovery() {
    if (recovery != null) {
      recoveryPlace
          .getChildren()
          .setAll(
              new Screens()
                  .wire(RecoveryPane.class, () -> new RecoveryPane(recovery, wording))
                  .<Parent, RecoveryPane>load(RecoveryPane.class)
                  .root());
    }
  }

  private void show(Drafting.Shown<UserDraft, Flaw> shown) {
    UserDraft draft = shown.draft();
    title.setText(draft.isNew() ? messages.get("form.new") : name(draft));
    subtitle.setText(draft.isNew() ? howToSignIn() : draft.login());
    Place.set(login, draft.login());
    Place.set(name, draft.name());
    Place.show(loginPlace, draft.isNew());
    roles.getChildren().forEach(box -> showRole((CheckBox) box, draft));
    Place.show(hospitalsPlace, draft.worksAtHospitals());
    everyHospital.setSelected(draft.everyHospital());
    hospitals.getChildren().forEach(box -> showHospital((CheckBox) box, draft));
    Place.show(doctorPlace, draft.isDoctor());
    doctor.setValue(doctor(draft.doctor()));
    showPatient(draft);
    Place.show(active, !draft.isNew());
    active.setSelected(draft.active());
    showWrong(shown.wrong());
    Place.say(told, shown.told());
    save.setDisable(!shown.canSave());
    why.setText(form.reason());
    leave.setText(messages.get(draft.isChanged() ? "form.discard" : "form.close"));
  }

  private String howToSignIn() {
    return messages.get(
        switch (users.signsIn()) {
          case HERE -> "form.new.text";
          case AT_A_PROVIDER -> "form.new.elsewhere";
        });
  }

  private void showPatient(UserDraft draft) {
    boolean made = draft.isPatient() && draft.isNew();
    Place.show(loginHint, made);
    Place.show(namePlace, !draft.isPatient());
    Place.show(patientPlace, made);
    Place.set(mrn, draft.patient().mrn());
    Place.set(born, draft.patient().born());
    User before = draft.before();
    Object id = before == null ? null : before.patientId();
    Place.say(record, id == null ? null : messages.get("form.record", id.toString()));
  }

  private String name(UserDraft draft) {
    return Objects.requireNonNull(draft.before()).name();
  }

  private void showRole(CheckBox box, UserDraft draft) {
    Role role = (Role) box.getUserData();
    box.setSelected(draft.roles().contains(role));
    boolean alone = draft.roles().stream().anyMatch(ALONE::contains);
    boolean other = ALONE.contains(role) ? !draft.roles().isEmpty() : alone;
    boolean stays = !draft.isNew() && (draft.isPatient() || role == Role.PATIENT);
    box.setDisable(stays || (other && !box.isSelected()));
  }

  private static void showHospital(CheckBox box, UserDraft draft) {
    box.setSelected(
        draft.everyHospital() || draft.hospitals().contains(((Hospital) box.getUserData()).id()));
    box.setDisable(draft.everyHospital());
  }

  private void showWrong(Map<Flaw, String> wrong) {
    Place.say(loginWrong, wrong.get(Flaw.LOGIN));
    Place.say(nameWrong, wrong.get(Flaw.NAME));
    String noRole = wrong.get(Flaw.NO_ROLE);
    Place.say(rolesWrong, noRole == null ? wrong.get(Flaw.ROLES) : noRole);
    Place.say(hospitalsWrong, wrong.get(Flaw.HOSPITALS));
    Place.say(doctorWrong, wrong.get(Flaw.DOCTOR));
    Place.say(mrnWrong, wrong.get(Flaw.PATIENT));
    Place.say(bornWrong, wrong.get(Flaw.BIRTH_DATE));
  }

  private @Nullable Doctor doctor(@Nullable DoctorId id) {
    return users.doctors().stream().filter(d -> d.id().equals(id)).findFirst().orElse(null);
  }
}
