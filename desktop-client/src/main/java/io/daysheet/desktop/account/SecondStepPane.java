package io.daysheet.desktop.account;

import io.daysheet.desktop.account.SecondStep.Beginning;
import io.daysheet.desktop.account.SecondStep.Codes;
import io.daysheet.desktop.account.SecondStep.Off;
import io.daysheet.desktop.account.SecondStep.On;
import io.daysheet.desktop.account.SecondStep.Removing;
import io.daysheet.desktop.account.SecondStep.Renewing;
import io.daysheet.desktop.account.SecondStep.Scanning;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.SecretClipboard;
import io.daysheet.wire.SecondFactorKey;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The second step of the own sign-in.
final class SecondStepPane {

  /// Fewer are told of in amber.
  private static final int FEW = 3;

  private final AccountViewModel account;
  private final SecondStepViewModel second;
  private final SecretClipboard clipboard;
  private final Messages messages = Messages.beside(SecondStepPane.class);
  private Class<?> step = Off.class;
  @FXML private Label state;
  @FXML private Label about;
  @FXML private Label left;
  @FXML private Button begin;
  @FXML private Button renew;
  @FXML private Button remove;
  @FXML private VBox form;
  @FXML private Label todo;
  @FXML private VBox scanPlace;
  @FXML private VBox codesPlace;
  @FXML private VBox passwordPlace;
  @FXML private PasswordField password;
  @FXML private Label passwordWrong;
  @FXML private VBox codePlace;
  @FXML private Label codeName;
  @FXML private TextField code;
  @FXML private Label codeWrong;
  @FXML private VBox buttons;
  @FXML private Button send;
  @FXML private Button leave;
  @FXML private Label why;
  @FXML private Label told;

  SecondStepPane(AccountViewModel account, SecretClipboard clipboard) {
    this.account = account;
    this.second = account.secondStep();
    this.clipboard = clipboard;
  }

  @FXML
  void initialize() {
    password.textProperty().bindBidirectional(second.passwordProperty());
    code.textProperty().bindBidirectional(second.codeProperty());
    boolean own = account.me().password();
    about.setText(messages.get(own ? "step.about" : "step.elsewhere"));
    // whether it is on there, nobody here knows
    Place.show(state, own);
    begin.setDisable(!own);
    begin.setOnAction(_ -> enter(second::begin));
    renew.setOnAction(_ -> enter(second::renew));
    remove.setOnAction(_ -> enter(second::remove));
    send.setOnAction(_ -> second.send());
    leave.setOnAction(_ -> account.back());
    password.setOnAction(_ -> passwordTyped());
    code.setOnAction(_ -> second.send());
    second.shownProperty().subscribe(this::show);
  }

  private void enter(Runnable way) {
    account.open(Section.SECOND_STEP);
    way.run();
  }

  private void passwordTyped() {
    if (codePlace.isVisible()) {
      code.requestFocus();
    } else {
      second.send();
    }
  }

  private void show(SecondStepViewModel.Shown shown) {
    SecondStep now = shown.step();
    boolean on = !(now instanceof Off || now instanceof Beginning || now instanceof Scanning);
    boolean open = second.isOpen();
    state.setText(messages.get(on ? "step.state.on" : "step.state.off"));
    state.getStyleClass().setAll("label", "chip", on ? "good" : "quiet");
    state.setGraphic(Icons.icon(on ? "bi-phone" : "bi-slash-circle"));
    Place.show(begin, now instanceof Off);
    Place.show(renew, now instanceof On);
    Place.show(remove, now instanceof On);
    Place.say(left, on && !(now instanceof Codes) ? codesLeft(shown.left()) : "");
    left.getStyleClass().setAll("label", shown.left() > FEW ? "account-text" : "account-few");
    Place.show(form, open);
    Place.say(todo, todo(now));
    Place.show(passwordPlace, now.asksForPassword());
    Place.show(codePlace, now.asksForCode());
    Place.show(buttons, now.asksForPassword() || now.asksForCode());
    Place.say(passwordWrong, password, shown.wrong().getOrDefault(SecretField.PASSWORD, ""));
    Place.say(codeWrong, code, shown.wrong().getOrDefault(SecretField.CODE, ""));
    Place.say(told, shown.told());
    send.setDisable(!shown.isGood());
    Place.show(why, !shown.isGood() && !shown.busy() && shown.wrong().isEmpty());
    if (!now.getClass().equals(step)) {
      step = now.getClass();
      entered(now);
    }
  }

  private String codesLeft(int number) {
    return number == 1
        ? messages.get("step.left.one")
        : messages.get("step.left", Integer.toString(number));
  }

  private String todo(SecondStep now) {
    return switch (now) {
      case Off _, On _, Codes _ -> "";
      case Beginning _ -> messages.get("step.todo.begin");
      case Scanning _ -> messages.get("step.todo.scan");
      case Removing _ -> messages.get("step.todo.remove");
      case Renewing _ -> messages.get("step.todo.renew");
    };
  }

  private void entered(SecondStep now) {
    scanPlace.getChildren().clear();
    codesPlace.getChildren().clear();
    switch (now) {
      case Scanning(var key) -> scanPlace.getChildren().setAll(scan(key));
      case Codes(var codes) -> codesPlace.getChildren().setAll(codes(codes));
      case Off _, On _, Beginning _, Removing _, Renewing _ -> {}
    }
    Place.show(scanPlace, now instanceof Scanning);
    Place.show(codesPlace, now instanceof Codes);
    codeName.setText(messages.get(now instanceof Scanning ? "step.code" : "step.code-or-recovery"));
    code.setAccessibleText(codeName.getText());
    send.setText(
        messages.get(
            switch (now) {
              case Scanning _ -> "step.confirm";
              case Removing _ -> "step.remove";
              case Renewing _ -> "step.renew";
              case Off _, On _, Beginning _, Codes _ -> "step.next";
            }));
    if (now.asksForPassword()) {
      Focus.on(password);
    } else if (now.asksForCode()) {
      Focus.on(code);
    }
  }

  private Parent scan(SecondFactorKey key) {
    return new Screens()
        .wire(ScanPane.class, () -> new ScanPane(key))
        .<Parent, ScanPane>load(ScanPane.class)
        .root();
  }

  private Parent codes(List<String> codes) {
    return new Screens()
        .wire(
            CodesPane.class,
            () -> new CodesPane(account.me().login(), codes, clipboard, second::kept))
        .<Parent, CodesPane>load(CodesPane.class)
        .root();
  }
}
