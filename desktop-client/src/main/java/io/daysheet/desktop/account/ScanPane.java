package io.daysheet.desktop.account;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.SecretText;
import io.daysheet.wire.SecondFactorKey;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// The key of a second step, to be scanned or typed.
final class ScanPane {

  private static final String GROUPS = "(.{4})(?=.)";

  private final SecondFactorKey key;
  private final Messages messages = Messages.beside(ScanPane.class);
  @FXML private StackPane picture;
  @FXML private SecretText text;
  @FXML private Button copy;

  ScanPane(SecondFactorKey key) {
    this.key = key;
  }

  @FXML
  void initialize() {
    QrPicture qr = new QrPicture(key.uri());
    qr.setAccessibleText(messages.get("scan.spoken"));
    picture.getChildren().setAll(qr);
    text.setText(key.key().replaceAll(GROUPS, "$1 "));
    copy.setGraphic(Icons.icon("bi-clipboard"));
    copy.setOnAction(_ -> copy());
  }

  private void copy() {
    text.copy(key.key());
    copy.setText(messages.get("copied"));
  }
}
