package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.AvailabilityPanelViewModel.Intent;
import io.daysheet.desktop.availability.VisitsInside.Row;
import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.form.ObstacleBox;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// An availability that is there, with the ways to change and to remove it, and what becomes of the
/// visits that lose their time. Enter changes, and does not remove: the button does.
public final class AvailabilityPanel {

  private final AvailabilityPanelViewModel panel;
  private final Runnable left;
  private final Messages messages = Messages.beside(AvailabilityPanel.class);
  @FXML private VBox root;
  @FXML private Label subtitle;
  @FXML private ToggleButton change;
  @FXML private ToggleButton remove;
  @FXML private HBox times;
  @FXML private TextField from;
  @FXML private TextField until;
  @FXML private VBox free;
  @FXML private VBox visitsPlace;
  @FXML private Label visitsTitle;
  @FXML private Button moveAll;
  @FXML private Button cancelAll;
  @FXML private VBox visits;
  @FXML private Label told;
  @FXML private TextField reason;
  @FXML private ObstacleBox obstacles;
  @FXML private Button commit;
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
    ToggleGroup intents = new ToggleGroup();
    intent(change, Intent.CHANGE, intents);
    intent(remove, Intent.REMOVE, intents);
    bind(from, panel.later().from());
    bind(until, panel.later().until());
    reason.textProperty().bindBidirectional(panel.reasonProperty());
    FormParts.label(moveAll, messages.get("move.all"), "Alt+M");
    moveAll.setOnAction(_ -> panel.moveAll());
    FormParts.label(cancelAll, messages.get("cancel.all"), "Alt+X");
    cancelAll.setOnAction(_ -> panel.cancelAll());
    FormParts.label(leave, messages.get("leave"), "Esc");
    leave.setOnAction(_ -> left.run());
    commit.setOnAction(_ -> panel.commit());
    FormKeys.install(root, this::enter, this::jump);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    panel.shownProperty().subscribe(this::show);
    Focus.choose(until);
  }

  private void intent(ToggleButton button, Intent intent, ToggleGroup group) {
    button.setToggleGroup(group);
    button.setOnAction(_ -> {
      // pressed again it stays
      button.setSelected(true);
      panel.choose(intent);
    });
  }

  private void bind(TextField field, StringProperty text) {
    field.textProperty().bindBidirectional(text);
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean up = event.getCode() == KeyCode.UP;
          if (up || event.getCode() == KeyCode.DOWN) {
            panel.later().step(text, up ? 1 : -1);
            field.selectAll();
            event.consume();
          }
        });
  }

  private void enter() {
    if (panel.shownProperty().get().intent() == Intent.CHANGE) {
      panel.commit();
    }
  }

  private void jump(int number) {
    var shown = panel.shownProperty().get().obstacles();
    if (number <= shown.size()) {
      panel.show(shown.get(number - 1));
    }
  }

  private void pressed(KeyEvent event) {
    if (!FormKeys.isAlt(event)) {
      return;
    }
    switch (event.getCode()) {
      case M -> panel.moveAll();
      case X -> panel.cancelAll();
      case C -> panel.choose(Intent.CHANGE);
      case R -> panel.choose(Intent.REMOVE);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void show(PanelShown shown) {
    boolean removes = shown.intent() == Intent.REMOVE;
    (removes ? remove : change).setSelected(true);
    Place.show(times, !removes);
    obstacles.show(shown.obstacles(), this::jump);
    boolean nobody = shown.rows().isEmpty();
    free.getChildren()
        .setAll(
            FormParts.line(
                "bi-check-circle", messages.get(removes ? "remove.free" : "change.free"), "good"));
    Place.show(free, nobody && shown.obstacles().isEmpty());
    Place.show(visitsPlace, !nobody);
    visitsTitle.setText(
        shown.rows().size() == 1
            ? messages.get("inside.one")
            : messages.get("inside", Integer.toString(shown.rows().size())));
    showRows(shown.rows());
    Place.say(told, shown.told());
    visits.setDisable(shown.busy());
    if (removes) {
      commit.setText(shown.label());
      commit.setGraphic(null);
    } else {
      FormParts.label(commit, shown.label(), "Enter");
    }
    commit.setDisable(!shown.can());
    why.setText(shown.whyNot());
  }

  /// A row that stays keeps the focus.
  private void showRows(List<Row> rows) {
    boolean same =
        rows.stream()
            .map(row -> row.visit().id())
            .toList()
            .equals(
                visits.getChildren().stream().map(node -> ((VisitRow) node).visit().id()).toList());
    if (same) {
      for (int i = 0; i < rows.size(); i++) {
        ((VisitRow) visits.getChildren().get(i))
            .show(rows.get(i), panel.refused().against(rows.get(i)));
      }
    } else {
      visits.getChildren().setAll(rows.stream().map(this::row).toList());
    }
  }

  private VisitRow row(Row row) {
    return new VisitRow(
        row,
        panel.refused().against(row),
        panel.times(),
        new VisitRow.Ways(
            number -> panel.move(row.visit(), number),
            () -> panel.cancel(row.visit()),
            on -> walk(row, on)));
  }

  private void walk(Row from, int on) {
    for (int i = 0; i < visits.getChildren().size(); i++) {
      if (((VisitRow) visits.getChildren().get(i)).visit().id().equals(from.visit().id())) {
        int next = Math.clamp((long) i + on, 0, visits.getChildren().size() - 1);
        visits.getChildren().get(next).requestFocus();
        return;
      }
    }
  }
}
