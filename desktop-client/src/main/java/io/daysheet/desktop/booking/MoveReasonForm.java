package io.daysheet.desktop.booking;

import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks why a visit is moved that begins soon, beside the place where it goes. Left without an
/// answer, the visit stays where it was.
public final class MoveReasonForm {

  private final MoveReasonViewModel form;
  private final Runnable left;
  private final Messages messages = Messages.beside(MoveReasonForm.class);
  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label from;
  @FXML private Label to;
  @FXML private Label explanation;
  @FXML private TextField moveReason;
  @FXML private FlowPane usual;
  @FXML private Button move;
  @FXML private Button leave;
  @FXML private Label why;

  /// The form of one view model.
  ///
  /// @param left what the button "Leave" does; Esc is the container's
  public MoveReasonForm(MoveReasonViewModel form, Runnable left) {
    this.form = form;
    this.left = left;
  }

  @FXML
  void initialize() {
    FormParts.dress(root);
    title.setText(form.title());
    from.setText(form.from());
    to.setText(form.to());
    explanation.setText(form.explanation());
    moveReason.textProperty().bindBidirectional(form.reasonProperty());
    usual.getChildren().setAll(buttons(form.usual()));
    FormParts.label(move, form.button(), "Enter");
    move.setOnAction(_ -> form.move());
    FormParts.label(leave, messages.get("leave"), "Esc");
    leave.setOnAction(_ -> left.run());
    FormKeys.install(root, form::move, this::choose);
    form.whyNotProperty().subscribe(this::show);
    Focus.on(moveReason);
  }

  private List<Button> buttons(List<String> reasons) {
    return reasons.stream().map(reason -> button(reason, reasons.indexOf(reason) + 1)).toList();
  }

  private Button button(String reason, int number) {
    Button button = new Button(reason);
    KeyCap.on(button, messages.get("move.key", Integer.toString(number)));
    button.getStyleClass().add("small");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> choose(number));
    return button;
  }

  /// The reason that was chosen can be typed over.
  private void choose(int number) {
    form.choose(number);
    moveReason.requestFocus();
    moveReason.end();
  }

  private void show(String whyNot) {
    why.setText(whyNot);
    move.setDisable(!whyNot.isEmpty());
  }
}
