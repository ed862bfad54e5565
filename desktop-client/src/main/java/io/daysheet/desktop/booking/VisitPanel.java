package io.daysheet.desktop.booking;

import io.daysheet.desktop.booking.VisitPanelViewModel.Shown;
import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.form.ObstacleBox;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.patients.PatientWording;
import io.daysheet.schedule.Appointment;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A booked visit's panel, beside its card. Enter cancels only once a reason was typed.
public final class VisitPanel {

  private final VisitPanelViewModel panel;
  private final Runnable left;
  private final Messages messages = Messages.beside(VisitPanel.class);
  private @Nullable Appointment painted;
  @FXML private VBox root;
  @FXML private Label who;
  @FXML private Label subtitle;
  @FXML private VBox facts;
  @FXML private TextField reason;
  @FXML private ObstacleBox obstacles;
  @FXML private Button cancel;
  @FXML private Button leave;
  @FXML private Label why;

  /// The panel of one view model.
  ///
  /// @param left what the button "Leave" does; Esc is the container's
  public VisitPanel(VisitPanelViewModel panel, Runnable left) {
    this.panel = panel;
    this.left = left;
  }

  @FXML
  void initialize() {
    FormParts.dress(root);
    reason.textProperty().bindBidirectional(panel.reasonProperty());
    FormParts.label(leave, messages.get("leave"), "Esc");
    leave.setOnAction(_ -> left.run());
    cancel.setOnAction(_ -> panel.cancel());
    FormKeys.install(root, panel::cancel, _ -> {});
    panel.shownProperty().subscribe(this::show);
  }

  private void show(Shown shown) {
    Appointment visit = shown.visit();
    if (!visit.equals(painted)) {
      painted = visit;
      who.setText(visit.patient().sortName());
      subtitle.setText(panel.subtitle());
      facts
          .getChildren()
          .setAll(
              fact("visit.birth", PatientWording.born(visit.patient().birthDate())),
              fact("visit.type", word("type.", visit.type())),
              fact("visit.status", word("status.", visit.status().name())),
              fact("visit.reason", text(visit.reason())),
              fact("visit.notes", text(visit.notes())));
    }
    obstacles.show(shown.obstacles(), _ -> {});
    cancel.setDisable(!shown.canCancel());
    why.setText(shown.whyNot());
  }

  private String word(String prefix, String code) {
    return messages.bundle().containsKey(prefix + code) ? messages.get(prefix + code) : code;
  }

  private String text(@Nullable String text) {
    return text == null || text.isBlank() ? messages.get("visit.none") : text;
  }

  private Node fact(String key, String text) {
    Label name = new Label(messages.get(key));
    name.getStyleClass().setAll("label", "fact-name");
    Label value = new Label(text);
    value.setWrapText(true);
    value.setMaxHeight(96);
    HBox.setHgrow(value, Priority.ALWAYS);
    return new HBox(name, value);
  }
}
