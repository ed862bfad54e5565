package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.AvailabilityFormViewModel.Fact;
import io.daysheet.desktop.availability.AvailabilityFormViewModel.Preset;
import io.daysheet.desktop.availability.AvailabilityFormViewModel.Shown;
import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.form.ObstacleBox;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The form for a new availability, beside its row.
public final class AvailabilityForm {

  private final AvailabilityFormViewModel form;
  private final Runnable left;
  private final Messages messages = Messages.beside(AvailabilityForm.class);
  private List<Fact> facted = List.of();
  @FXML private VBox root;
  @FXML private Label subtitle;
  @FXML private TextField from;
  @FXML private TextField until;
  @FXML private HBox presets;
  @FXML private VBox facts;
  @FXML private ObstacleBox obstacles;
  @FXML private Button add;
  @FXML private Button leave;
  @FXML private Label why;

  /// The form of one view model.
  ///
  /// @param left what the button "Leave" does; Esc is the container's
  public AvailabilityForm(AvailabilityFormViewModel form, Runnable left) {
    this.form = form;
    this.left = left;
  }

  @FXML
  void initialize() {
    FormParts.dress(root);
    subtitle.setText(form.subtitle());
    bind(from, form.fromProperty());
    bind(until, form.untilProperty());
    FormParts.label(leave, messages.get("leave"), "Esc");
    leave.setOnAction(_ -> left.run());
    add.setOnAction(_ -> form.add());
    FormKeys.install(root, form::add, this::jump);
    form.shownProperty().subscribe(this::show);
    Focus.choose(until);
  }

  private void bind(TextField field, StringProperty text) {
    field.textProperty().bindBidirectional(text);
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean up = event.getCode() == KeyCode.UP;
          if (up || event.getCode() == KeyCode.DOWN) {
            form.step(text, up ? 1 : -1);
            field.selectAll();
            event.consume();
          }
        });
  }

  private void jump(int number) {
    var shown = form.shownProperty().get().obstacles();
    if (number <= shown.size()) {
      form.show(shown.get(number - 1));
    }
  }

  private void show(Shown shown) {
    obstacles.show(shown.obstacles(), this::jump);
    showFacts(shown.facts());
    showPresets();
    FormParts.label(add, shown.addLabel(), "Enter");
    add.setDisable(!shown.canAdd());
    why.setText(shown.whyNot());
  }

  private void showFacts(List<Fact> now) {
    facts.setVisible(!now.isEmpty());
    facts.setManaged(!now.isEmpty());
    if (!now.equals(facted)) {
      facted = now;
      facts
          .getChildren()
          .setAll(
              now.stream()
                  .map(f ->
                      FormParts.line(
                          f.good() ? "bi-check-circle" : "bi-info-circle",
                          f.text(),
                          f.good() ? "good" : "told"))
                  .toList());
    }
  }

  private void showPresets() {
    List<Preset> now = form.presets();
    if (!now.equals(presets.getUserData())) {
      presets.setUserData(now);
      presets.getChildren().setAll(now.stream().map(this::preset).toList());
    }
    for (int i = 0; i < now.size(); i++) {
      var styles = presets.getChildren().get(i).getStyleClass();
      styles.remove("chosen");
      if (now.get(i).until().equals(form.untilProperty().get())) {
        styles.add("chosen");
      }
    }
  }

  private Button preset(Preset preset) {
    Button button = new Button(preset.label());
    button.getStyleClass().add("small");
    button.setOnAction(_ -> form.untilProperty().set(preset.until()));
    return button;
  }
}
