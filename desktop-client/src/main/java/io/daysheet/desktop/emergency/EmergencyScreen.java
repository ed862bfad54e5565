package io.daysheet.desktop.emergency;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The form of an emergency access. Enter begins it, Esc leaves; in the reason, Tab goes on.
public final class EmergencyScreen {

  private final EmergencyViewModel emergency;
  private final Runnable leave;
  private final Messages messages = Messages.beside(EmergencyScreen.class);
  @FXML private VBox root;
  @FXML private Label recorded;
  @FXML private TextField mrn;
  @FXML private Label mrnWrong;
  @FXML private TextField birthDate;
  @FXML private Label birthDateWrong;
  @FXML private TextArea reason;
  @FXML private Label reasonWrong;
  @FXML private Label told;
  @FXML private Button begin;
  @FXML private Button back;

  /// @param leave goes back to where they came from
  public EmergencyScreen(EmergencyViewModel emergency, Runnable leave) {
    this.emergency = emergency;
    this.leave = leave;
  }

  @FXML
  void initialize() {
    mrn.textProperty().bindBidirectional(emergency.mrnProperty());
    birthDate.textProperty().bindBidirectional(emergency.birthDateProperty());
    reason.textProperty().bindBidirectional(emergency.reasonProperty());
    recorded.setGraphic(Icons.icon("bi-journal-check"));
    KeyCap.on(begin, "Enter");
    KeyCap.on(back, "Esc");
    begin.setOnAction(_ -> emergency.begin());
    back.setOnAction(_ -> leave.run());
    mrn.setOnAction(_ -> emergency.begin());
    birthDate.setOnAction(_ -> emergency.begin());
    reason.addEventFilter(KeyEvent.KEY_PRESSED, this::inTheReason);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    emergency.shownProperty().subscribe(this::show);
    Focus.onEntry(root, () -> mrn);
  }

  /// A line of its own is Shift+Enter, as where one writes messages.
  private void inTheReason(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      (event.isShiftDown() ? birthDate : begin).requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        reason.replaceSelection("\n");
      } else {
        emergency.begin();
      }
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      leave.run();
      event.consume();
    }
  }

  private void show(EmergencyViewModel.Shown shown) {
    Map<EmergencyField, String> wrong = shown.wrong();
    Place.say(mrnWrong, mrn, wrong.getOrDefault(EmergencyField.MRN, ""));
    Place.say(birthDateWrong, birthDate, wrong.getOrDefault(EmergencyField.BIRTH_DATE, ""));
    Place.say(reasonWrong, reason, wrong.getOrDefault(EmergencyField.REASON, ""));
    Place.say(told, shown.told());
    told.getStyleClass().setAll("label", shown.sending() ? "told-text" : "front-refused");
    List.of(mrn, birthDate, reason).forEach(field -> field.setDisable(shown.sending()));
    begin.setDisable(shown.sending());
    begin.setAccessibleHelp(messages.get("recorded"));
  }
}
