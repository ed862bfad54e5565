package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Choosing the desk's PIN, offered after the first sign-in. Esc and "Not now" go on without one.
public final class PinScreen {

  private final PinViewModel choice;
  private final Runnable later;
  private final Messages messages = Messages.beside(PinScreen.class);
  @FXML private VBox root;
  @FXML private PasswordField pin;
  @FXML private PasswordField again;
  @FXML private VBox passwordPlace;
  @FXML private PasswordField password;
  @FXML private Label told;
  @FXML private Button save;
  @FXML private Button skip;

  public PinScreen(PinViewModel choice, Runnable later) {
    this.choice = choice;
    this.later = later;
  }

  @FXML
  void initialize() {
    pin.textProperty().bindBidirectional(choice.pinProperty());
    again.textProperty().bindBidirectional(choice.againProperty());
    password.textProperty().bindBidirectional(choice.passwordProperty());
    Place.show(passwordPlace, choice.needsPassword());
    save.setText(messages.get("pin.save"));
    save.setOnAction(_ -> choice.save());
    skip.setOnAction(_ -> later.run());
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            later.run();
            event.consume();
          }
        });
    choice.shownProperty().subscribe(this::show);
    Focus.onEntry(root, () -> pin);
  }

  private void show(PinViewModel.Shown shown) {
    save.setDisable(!shown.isGood());
    told.setText(shown.told());
    told.getStyleClass().setAll("label", shown.saving() ? "told-text" : "front-refused");
  }
}
