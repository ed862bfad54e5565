package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.AvailabilityPanelViewModel.Shown;
import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.form.ObstacleBox;
import io.daysheet.desktop.fx.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// An availability that is there, with the way to remove it. Enter does not remove: the button
/// does.
public final class AvailabilityPanel {

  private final AvailabilityPanelViewModel panel;
  private final Runnable left;
  private final Messages messages = Messages.beside(AvailabilityPanel.class);
  @FXML private VBox root;
  @FXML private Label subtitle;
  @FXML private VBox free;
  @FXML private ObstacleBox obstacles;
  @FXML private Button remove;
  @FXML private Button leave;
  @FXML private Label why;

  /// The panel of one view model.
  ///
  /// @param left what the button "Leave" does; Esc is the container's
  public AvailabilityPanel(AvailabilityPanelViewModel panel, Runnable left) {
    this.panel = panel;
    this.left = left;
  }

  @FXML
  void initialize() {
    FormParts.dress(root);
    subtitle.setText(panel.subtitle());
    free.getChildren()
        .setAll(FormParts.line("bi-check-circle", messages.get("remove.free"), "good"));
    FormParts.label(leave, messages.get("leave"), "Esc");
    leave.setOnAction(_ -> left.run());
    remove.setOnAction(_ -> panel.remove());
    FormKeys.install(root, () -> {}, this::jump);
    panel.shownProperty().subscribe(this::show);
  }

  private void jump(int number) {
    var shown = panel.shownProperty().get().obstacles();
    if (number <= shown.size()) {
      panel.show(shown.get(number - 1));
    }
  }

  private void show(Shown shown) {
    obstacles.show(shown.obstacles(), this::jump);
    free.setVisible(shown.obstacles().isEmpty());
    free.setManaged(shown.obstacles().isEmpty());
    remove.setDisable(!shown.canRemove());
    why.setText(shown.whyNot());
  }
}
