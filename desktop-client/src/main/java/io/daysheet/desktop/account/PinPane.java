package io.daysheet.desktop.account;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.signin.PinViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// Choosing the desk's PIN, changing and removing it.
final class PinPane {

  private final AccountViewModel account;
  private final PinViewModel choice;
  private final Messages messages = Messages.beside(PinPane.class);
  @FXML private Label state;
  @FXML private Label about;
  @FXML private Button open;
  @FXML private Button remove;
  @FXML private VBox form;
  @FXML private PasswordField pin;
  @FXML private PasswordField again;
  @FXML private VBox passwordPlace;
  @FXML private PasswordField password;
  @FXML private Label told;
  @FXML private Button save;
  @FXML private Button leave;
  @FXML private Label why;

  PinPane(AccountViewModel account) {
    this.account = account;
    this.choice = account.pin();
  }

  @FXML
  void initialize() {
    pin.textProperty().bindBidirectional(choice.pinProperty());
    again.textProperty().bindBidirectional(choice.againProperty());
    password.textProperty().bindBidirectional(choice.passwordProperty());
    Place.show(passwordPlace, choice.needsPassword());
    about.setText(messages.get(account.takesPin() ? "pin.about" : "pin.elsewhere"));
    open.setOnAction(_ -> account.open(Section.PIN));
    remove.setOnAction(_ -> account.removePin());
    leave.setOnAction(_ -> account.back());
    save.setOnAction(_ -> choice.save());
    pin.setOnAction(_ -> again.requestFocus());
    again.setOnAction(_ -> next());
    password.setOnAction(_ -> choice.save());
    account.shownProperty().subscribe(this::show);
    choice.shownProperty().subscribe(this::show);
  }

  private void next() {
    if (choice.needsPassword()) {
      password.requestFocus();
    } else {
      choice.save();
    }
  }

  private void show(AccountViewModel.Shown shown) {
    boolean here = shown.open() == Section.PIN;
    boolean opens = here && !form.isVisible();
    Place.show(form, here);
    Place.show(open, !here && account.takesPin());
    Place.show(remove, !here && shown.pin());
    remove.setDisable(shown.busy());
    open.setText(messages.get(shown.pin() ? "pin.change" : "pin.choose"));
    state.setText(messages.get(shown.pin() ? "pin.state.chosen" : "pin.state.none"));
    state.getStyleClass().setAll("label", "chip", shown.pin() ? "good" : "quiet");
    state.setGraphic(Icons.icon(shown.pin() ? "bi-check-circle" : "bi-slash-circle"));
    if (opens) {
      Focus.on(pin);
    }
  }

  private void show(PinViewModel.Shown shown) {
    Place.say(told, password, shown.told());
    told.getStyleClass().setAll("label", shown.saving() ? "muted" : "field-wrong");
    save.setDisable(!shown.isGood());
    Place.show(why, !shown.isGood() && shown.told().isEmpty());
  }
}
