package io.daysheet.desktop.account;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.SecretClipboard;
import io.daysheet.desktop.signin.Persona;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The page of one's own account. It stands alone in the window: leaving it drops what was typed.
public final class AccountScreen implements AutoCloseable {

  private final AccountViewModel account;
  private final Persona who;
  private final Runnable leave;
  private final SecretClipboard clipboard = new SecretClipboard();
  private final Messages messages = Messages.beside(AccountScreen.class);
  @FXML private BorderPane root;
  @FXML private Button back;
  @FXML private Label name;
  @FXML private Label login;
  @FXML private Label told;
  @FXML private VBox cards;

  /// @param leave goes back to where they came from
  public AccountScreen(AccountViewModel account, Persona who, Runnable leave) {
    this.account = account;
    this.who = who;
    this.leave = leave;
  }

  @FXML
  void initialize() {
    KeyCap.on(back, "Esc");
    back.setOnAction(_ -> leave());
    name.setText(messages.get("who", who.name(), who.roles()));
    login.setText(messages.get("login", account.me().login()));
    told.setGraphic(Icons.icon("bi-info-circle"));
    Map<Section, Node> sections = new LinkedHashMap<>();
    sections.put(Section.PASSWORD, password());
    sections.put(Section.PIN, pin());
    sections.put(Section.SECOND_STEP, secondStep());
    cards.getChildren().setAll(sections.values());
    account
        .shownProperty()
        .subscribe(shown -> {
          Place.say(told, shown.told());
          sections.forEach((section, card) ->
              Place.show(card, shown.open() == Section.NONE || shown.open() == section));
        });
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    Focus.on(back);
  }

  private Node password() {
    return new Screens()
        .wire(PasswordPane.class, () -> new PasswordPane(account))
        .<Parent, PasswordPane>load(PasswordPane.class)
        .root();
  }

  private Node pin() {
    return new Screens()
        .wire(PinPane.class, () -> new PinPane(account))
        .<Parent, PinPane>load(PinPane.class)
        .root();
  }

  private Node secondStep() {
    return new Screens()
        .wire(SecondStepPane.class, () -> new SecondStepPane(account, clipboard))
        .<Parent, SecondStepPane>load(SecondStepPane.class)
        .root();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (!account.back()) {
        leave();
      }
      event.consume();
    }
  }

  private void leave() {
    if (account.mayLeave()) {
      leave.run();
    }
  }

  /// Nothing that was typed, shown or copied here stays.
  @Override
  public void close() {
    account.close();
    clipboard.close();
  }
}
