package io.daysheet.desktop.users;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.SecretText;
import io.daysheet.wire.OneTimePassword;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What helps somebody who can't sign in.
final class RecoveryPane {

  private final RecoveryViewModel recovery;
  private final UserWording wording;
  private final Messages messages = Messages.beside(RecoveryPane.class);
  @FXML private Button reset;
  @FXML private Button unlock;
  @FXML private Button removeFactor;
  @FXML private Label why;
  @FXML private VBox passwordPlace;
  @FXML private SecretText password;
  @FXML private Button copy;
  @FXML private Button done;
  @FXML private Label until;
  @FXML private Label told;

  RecoveryPane(RecoveryViewModel recovery, UserWording wording) {
    this.recovery = recovery;
    this.wording = wording;
  }

  @FXML
  void initialize() {
    reset.setGraphic(Icons.icon("bi-key"));
    reset.setOnAction(_ -> recovery.resetPassword());
    unlock.setGraphic(Icons.icon("bi-unlock"));
    unlock.setOnAction(_ -> recovery.unlock());
    removeFactor.setGraphic(Icons.icon("bi-phone"));
    removeFactor.setOnAction(_ -> recovery.removeSecondFactor());
    copy.setGraphic(Icons.icon("bi-clipboard"));
    copy.setOnAction(_ -> copy());
    done.setOnAction(_ -> recovery.forgetPassword());
    Stream.of(reset, unlock, removeFactor).forEach(way -> Place.show(way, recovery.isHere()));
    recovery.shownProperty().subscribe(this::show);
  }

  private void show(RecoveryViewModel.Shown shown) {
    reset.setDisable(!shown.canReset());
    unlock.setDisable(!shown.canUnlock());
    removeFactor.setDisable(!shown.canRemoveSecondFactor());
    Place.say(why, shown.whyNot().isEmpty() ? hint(shown) : shown.whyNot());
    Place.say(told, shown.told());
    show(shown.password());
  }

  private String hint(RecoveryViewModel.Shown shown) {
    boolean locked = shown.user().lockedUntil() != null;
    if (locked == shown.user().secondFactor()) {
      return locked ? "" : messages.get("recovery.neither");
    }
    return messages.get(locked ? "recovery.no-factor" : "recovery.not-locked");
  }

  private void show(@Nullable OneTimePassword one) {
    Place.show(passwordPlace, one != null);
    password.setText(one == null ? "" : one.password());
    until.setText(one == null ? "" : messages.get("recovery.until", wording.moment(one.expires())));
    copy.setText(messages.get("recovery.copy"));
  }

  private void copy() {
    password.copy(password.getText());
    copy.setText(messages.get("recovery.copied"));
  }
}
