package io.daysheet.desktop.programs;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Names;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.programs.ProgramDraft.Flaw;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Right;
import io.daysheet.wire.ProgramClient;
import io.daysheet.wire.User;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One program's client beside the list.
final class ProgramForm {

  private final ProgramsViewModel programs;
  private final ProgramFormViewModel form;
  private final @Nullable SecretViewModel secret;
  private final ProgramWording wording;
  private final Messages messages = Messages.beside(ProgramForm.class);
  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private VBox secretPlace;
  @FXML private VBox accountPlace;
  @FXML private ComboBox<User> account;
  @FXML private Label noAccount;
  @FXML private Label accountWrong;
  @FXML private VBox idPlace;
  @FXML private TextField id;
  @FXML private Label idWrong;
  @FXML private TextField name;
  @FXML private Label nameWrong;
  @FXML private VBox scopes;
  @FXML private Label scopesWrong;
  @FXML private VBox proofPlace;
  @FXML private RadioButton bySecret;
  @FXML private RadioButton byKeys;
  @FXML private VBox keysPlace;
  @FXML private Label keysThere;
  @FXML private TextArea keys;
  @FXML private Label keysWrong;
  @FXML private CheckBox active;
  @FXML private Label told;
  @FXML private Button save;
  @FXML private Button leave;
  @FXML private Label why;

  ProgramForm(ProgramsViewModel programs, ProgramsViewModel.Open open, ProgramWording wording) {
    this.programs = programs;
    this.form = open.form();
    this.secret = open.secret();
    this.wording = wording;
  }

  @FXML
  void initialize() {
    id.textProperty().addListener((_, _, t) -> form.type(d -> d.withId(t), Flaw.ID));
    name.textProperty().addListener((_, _, t) -> form.type(d -> d.withName(t), Flaw.NAME));
    keys.textProperty()
        .addListener((_, _, t) -> form.type(d -> d.withKeys(t), Flaw.KEYS, Flaw.PRIVATE_KEYS));
    bySecret.setOnAction(_ -> form.type(d -> d.withByKeys(false)));
    byKeys.setOnAction(_ -> form.type(d -> d.withByKeys(true)));
    active.setOnAction(_ -> form.type(d -> d.withActive(active.isSelected())));
    account.setConverter(new Names<>("", User::name));
    account.setItems(programs.accounts());
    account.valueProperty().subscribe(this::picked);
    programs.accounts().subscribe(this::showAccounts);
    Right.scopes().forEach(scope -> scopes.getChildren().add(box(scope)));
    save.setOnAction(_ -> form.save());
    leave.setOnAction(_ -> programs.leave());
    if (secret != null) {
      secretPlace
          .getChildren()
          .setAll(
              new Screens()
                  .wire(SecretPane.class, () -> new SecretPane(secret, programs::newSecret))
                  .<Parent, SecretPane>load(SecretPane.class)
                  .root());
    }
    form.shownProperty().subscribe(this::show);
    Focus.onEntry(root, this::first);
  }

  private CheckBox box(String scope) {
    CheckBox box = new CheckBox(wording.scope(scope));
    box.setUserData(scope);
    box.setOnAction(_ -> form.type(d -> d.with(scope, box.isSelected()), Flaw.SCOPES));
    return box;
  }

  /// A secret that has just been made takes it, so that Ctrl+C copies it.
  private @Nullable Node first() {
    if (secret == null) {
      return account;
    }
    return secret.isShown() ? null : name;
  }

  private void picked(@Nullable User chosen) {
    if (chosen != null && form.draft().isNew() && !chosen.id().equals(form.draft().account())) {
      boolean unnamed = form.draft().name().isBlank();
      form.type(
          d -> unnamed ? d.with(chosen.id()).withName(chosen.name()) : d.with(chosen.id()),
          Flaw.ACCOUNT);
    }
  }

  private void showAccounts() {
    Place.show(noAccount, form.draft().isNew() && programs.accounts().isEmpty());
    account.setDisable(programs.accounts().isEmpty());
  }

  private void show(Drafting.Shown<ProgramDraft, Flaw> shown) {
    ProgramDraft draft = shown.draft();
    ProgramClient before = draft.before();
    title.setText(before == null ? messages.get("form.new") : before.name());
    subtitle.setText(before == null ? messages.get("form.new.text") : about(before));
    Place.show(secretPlace, before != null);
    Place.show(accountPlace, before == null);
    Place.show(idPlace, before == null);
    showAccounts();
    Place.set(id, draft.id());
    Place.set(name, draft.name());
    Place.set(keys, draft.keys());
    account.setValue(account(draft.account()));
    scopes.getChildren().forEach(box -> showScope((CheckBox) box, draft));
    Place.show(proofPlace, before == null);
    bySecret.setSelected(!draft.byKeys());
    byKeys.setSelected(draft.byKeys());
    Place.show(keysPlace, before != null || draft.byKeys());
    keysThere.setText(before == null ? messages.get("form.keys.new") : there(before));
    Place.show(active, before != null);
    active.setSelected(draft.active());
    showWrong(shown.wrong());
    Place.say(told, shown.told());
    save.setDisable(!shown.canSave());
    why.setText(form.reason());
    leave.setText(messages.get(draft.isChanged() ? "form.discard" : "form.close"));
  }

  private String about(ProgramClient program) {
    return messages.get(
        "form.about", program.id(), program.accountName(), wording.moment(program.createdAt()));
  }

  private String there(ProgramClient program) {
    return program.keys().isEmpty()
        ? messages.get("form.keys.none")
        : messages.get("form.keys.there", String.join(", ", program.keys()));
  }

  private static void showScope(CheckBox box, ProgramDraft draft) {
    box.setSelected(draft.scopes().contains((String) box.getUserData()));
  }

  private void showWrong(Map<Flaw, String> wrong) {
    Place.say(accountWrong, wrong.get(Flaw.ACCOUNT));
    Place.say(idWrong, wrong.get(Flaw.ID));
    Place.say(nameWrong, wrong.get(Flaw.NAME));
    Place.say(scopesWrong, wrong.get(Flaw.SCOPES));
    String unreadable = wrong.get(Flaw.KEYS);
    Place.say(keysWrong, unreadable == null ? wrong.get(Flaw.PRIVATE_KEYS) : unreadable);
  }

  private @Nullable User account(@Nullable AccountId chosen) {
    return programs.accounts().stream()
        .filter(each -> each.id().equals(chosen))
        .findFirst()
        .orElse(null);
  }
}
