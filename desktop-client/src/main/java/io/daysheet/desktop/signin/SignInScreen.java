package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of a desk at which nobody is signed in.
public final class SignInScreen {

  private final SignInViewModel signIn;
  private final Place place;
  private final Messages messages = Messages.beside(SignInScreen.class);
  @FXML private VBox root;
  @FXML private Label hospital;
  @FXML private HBox told;
  @FXML private ProgressIndicator turning;
  @FXML private StackPane mark;
  @FXML private Label title;
  @FXML private Label text;
  @FXML private Label code;
  @FXML private Button primary;
  @FXML private Button stop;
  @FXML private Button copy;
  @FXML private Label kept;
  @FXML private Label desk;
  @FXML private Label server;

  /// Where this desk is.
  ///
  /// @param hospital its name if it is known, else empty
  /// @param desk what this desk calls itself
  /// @param server its address
  /// @param encrypted whether nobody on the way can listen
  /// @param kept whose unfinished work waits; empty if none does
  public record Place(
      String hospital, String desk, String server, boolean encrypted, String kept) {}

  public SignInScreen(SignInViewModel signIn, Place place) {
    this.signIn = signIn;
    this.place = place;
  }

  @FXML
  void initialize() {
    hospital.setText(place.hospital());
    hospital.setManaged(!place.hospital().isEmpty());
    desk.setText(place.desk());
    server.setText(
        messages.get(place.encrypted() ? "server.encrypted" : "server.plain", place.server()));
    server.setGraphic(
        Icons.icon(place.encrypted() ? "bi-shield-check" : "bi-shield", "server-icon"));
    server.getStyleClass().add(place.encrypted() ? "encrypted" : "plain");
    kept.setText(place.kept().isEmpty() ? "" : messages.get("kept", place.kept()));
    kept.setManaged(!place.kept().isEmpty());
    stop.setOnAction(_ -> signIn.stop());
    copy.setOnAction(_ -> copyAddress());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    Focus.onEntry(root, () -> primary);
    signIn.stepProperty().subscribe(this::show);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && stop.isVisible()) {
      signIn.stop();
      event.consume();
    }
  }

  private void show(SignInStep step) {
    switch (step) {
      case SignInStep.Ready _ -> {
        say("bi-person", "ready", false);
        button("sign-in", "bi-box-arrow-up-right", signIn::begin, false, false);
      }
      case SignInStep.Opening _ -> {
        say("", "opening", true);
        button("sign-in", "bi-box-arrow-up-right", signIn::begin, true, false);
      }
      case SignInStep.InBrowser(var _, boolean opened) -> {
        say(opened ? "" : "bi-exclamation-triangle", opened ? "browser" : "no-browser", opened);
        button("open-again", "bi-box-arrow-up-right", signIn::openAgain, true, true);
      }
      case SignInStep.Finishing _ -> {
        say("", "finishing", true);
        button("sign-in", "bi-box-arrow-up-right", signIn::begin, true, false);
        primary.setDisable(true);
      }
      case SignInStep.Failed(String what, String toDo, String reason) -> {
        say("bi-exclamation-octagon", "ready", false);
        title.setText(what);
        text.setText(toDo);
        code.setText(reason);
        button("again", "bi-arrow-clockwise", signIn::begin, false, false);
      }
    }
    code.setVisible(step instanceof SignInStep.Failed);
    code.setManaged(code.isVisible());
    told.getStyleClass().setAll("told", step instanceof SignInStep.Failed ? "failed" : "going");
  }

  private void say(String icon, String key, boolean goesOn) {
    title.setText(messages.get("step." + key));
    text.setText(messages.get("step." + key + ".text"));
    turning.setVisible(goesOn);
    mark.getChildren().setAll(turning);
    if (!icon.isEmpty()) {
      mark.getChildren().add(Icons.icon(icon, "step-icon"));
    }
  }

  private void button(String key, String icon, Runnable action, boolean canStop, boolean canCopy) {
    primary.setText(messages.get("do." + key));
    primary.setGraphic(Icons.icon(icon));
    primary.setOnAction(_ -> action.run());
    primary.setDisable(canStop && !canCopy);
    stop.setVisible(canStop);
    stop.setManaged(canStop);
    copy.setVisible(canCopy);
  }

  private void copyAddress() {
    if (signIn.stepProperty().get() instanceof SignInStep.InBrowser(var page, var _)) {
      ClipboardContent content = new ClipboardContent();
      content.putString(page.toString());
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText(messages.get("copied"));
    }
  }
}
