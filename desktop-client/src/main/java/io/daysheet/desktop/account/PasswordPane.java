package io.daysheet.desktop.account;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// Changing the own password.
final class PasswordPane {

  private final AccountViewModel account;
  private final PasswordViewModel password;
  private final Messages messages = Messages.beside(PasswordPane.class);
  @FXML private Label about;
  @FXML private Button open;
  @FXML private VBox form;
  @FXML private PasswordField current;
  @FXML private Label currentWrong;
  @FXML private PasswordField fresh;
  @FXML private Label freshWrong;
  @FXML private PasswordField again;
  @FXML private Label againWrong;
  @FXML private Label told;
  @FXML private Button save;
  @FXML private Button leave;
  @FXML private Label why;

  PasswordPane(AccountViewModel account) {
    this.account = account;
    this.password = account.password();
  }

  @FXML
  void initialize() {
    current.textProperty().bindBidirectional(password.currentProperty());
    fresh.textProperty().bindBidirectional(password.freshProperty());
    again.textProperty().bindBidirectional(password.againProperty());
    boolean own = account.me().password();
    about.setText(messages.get(own ? "password.about" : "password.elsewhere"));
    open.setDisable(!own);
    open.setOnAction(_ -> account.open(Section.PASSWORD));
    leave.setOnAction(_ -> account.back());
    save.setOnAction(_ -> password.save());
    current.setOnAction(_ -> fresh.requestFocus());
    fresh.setOnAction(_ -> again.requestFocus());
    again.setOnAction(_ -> password.save());
    account.shownProperty().map(AccountViewModel.Shown::open).subscribe(this::show);
    password.shownProperty().subscribe(this::show);
  }

  private void show(Section section) {
    boolean here = section == Section.PASSWORD;
    boolean opens = here && !form.isVisible();
    Place.show(form, here);
    Place.show(open, !here);
    if (opens) {
      Focus.on(current);
    }
  }

  private void show(PasswordViewModel.Shown shown) {
    Map<SecretField, String> wrong = shown.wrong();
    Place.say(currentWrong, current, wrong.getOrDefault(SecretField.CURRENT_PASSWORD, ""));
    Place.say(freshWrong, fresh, wrong.getOrDefault(SecretField.NEW_PASSWORD, ""));
    Place.say(againWrong, again, wrong.getOrDefault(SecretField.AGAIN, ""));
    Place.say(told, shown.told());
    save.setDisable(!shown.isGood());
    Place.show(why, !shown.isGood() && !shown.saving() && wrong.isEmpty());
  }
}
