package io.daysheet.desktop.programs;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.SecretText;
import io.daysheet.desktop.programs.SecretViewModel.Step;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The secret of one program, as long as it is there to be seen, and another one.
final class SecretPane {

  private final SecretViewModel secret;
  private final Runnable another;
  private final Messages messages = Messages.beside(SecretPane.class);
  @FXML private VBox givenPlace;
  @FXML private SecretText given;
  @FXML private Button copy;
  @FXML private Button hide;
  @FXML private Button begin;
  @FXML private VBox surePlace;
  @FXML private Button make;
  @FXML private Button notNow;
  @FXML private Label told;

  /// @param another asks for another one
  SecretPane(SecretViewModel secret, Runnable another) {
    this.secret = secret;
    this.another = another;
  }

  @FXML
  void initialize() {
    copy.setGraphic(Icons.icon("bi-clipboard"));
    copy.setOnAction(_ -> copy());
    hide.setOnAction(_ -> secret.hide());
    begin.setGraphic(Icons.icon("bi-key"));
    begin.setOnAction(_ -> another.run());
    make.setOnAction(_ -> secret.make());
    notNow.setOnAction(_ -> secret.notNow());
    secret.stepProperty().subscribe(this::show);
  }

  private void show(Step step) {
    begin.setText(messages.get(secret.hasSecret() ? "secret.another" : "secret.first-one"));
    begin.setDisable(!(step instanceof Step.Idle));
    Place.show(begin, !(step instanceof Step.Sure));
    Place.show(surePlace, step instanceof Step.Sure);
    Place.show(givenPlace, step instanceof Step.Given);
    copy.setText(messages.get("secret.copy"));
    Place.say(
        told,
        switch (step) {
          case Step.Idle(String what) -> what;
          case Step.Making _ -> messages.get("secret.making");
          case Step.Sure _, Step.Given _ -> "";
        });
    given.setText(step instanceof Step.Given(String value) ? value : "");
    switch (step) {
      case Step.Given _ -> Focus.choose(given);
      case Step.Sure _ -> Focus.on(notNow);
      case Step.Idle _, Step.Making _ -> {}
    }
  }

  private void copy() {
    given.copy(given.getText());
    copy.setText(messages.get("secret.copied"));
  }
}
