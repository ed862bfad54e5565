package io.daysheet.desktop.booking;

import io.daysheet.desktop.booking.VisitPanelViewModel.Shown;
import io.daysheet.desktop.form.FormKeys;
import io.daysheet.desktop.form.FormParts;
import io.daysheet.desktop.form.ObstacleBox;
import io.daysheet.desktop.form.TypeName;
import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.patients.PatientWording;
import io.daysheet.schedule.Appointment;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A booked visit's panel, beside its card. Enter cancels only once a reason was typed.
public final class VisitPanel {

  private static final int COLUMNS = 3;

  private final VisitPanelViewModel panel;
  private final Runnable left;
  private final Messages messages = Messages.beside(VisitPanel.class);
  private @Nullable Appointment painted;
  private List<VisitChoice> offered = List.of();
  @FXML private VBox root;
  @FXML private Label who;
  @FXML private Label subtitle;
  @FXML private VBox facts;
  @FXML private GridPane actions;
  @FXML private Label summary;
  @FXML private VBox history;
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
    panel.historyProperty().subscribe(this::showHistory);
  }

  /// Cancelling is what the panel was opened for: it asks why.
  public void askWhy() {
    Focus.on(reason);
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
              fact("visit.type", TypeName.of(visit.type())),
              fact("visit.status", word("status.", visit.status().name())),
              fact("visit.reason", text(visit.reason())),
              fact("visit.notes", text(visit.notes())));
      panel.room().ifPresent(room -> facts.getChildren().add(2, fact("visit.room", room)));
    }
    offer(shown.choices());
    summary.setText(shown.summary());
    obstacles.show(shown.obstacles(), _ -> {});
    cancel.setDisable(!shown.canCancel());
    why.setText(shown.whyNot());
  }

  /// A button that stays what it was keeps the focus.
  private void offer(List<VisitChoice> choices) {
    if (choices.equals(offered)) {
      return;
    }
    if (offered.size() != choices.size()) {
      actions.getChildren().clear();
      for (int i = 0; i < choices.size(); i++) {
        Button button = new Button();
        button.setMaxWidth(Double.MAX_VALUE);
        actions.add(button, i % COLUMNS, i / COLUMNS);
      }
    }
    offered = choices;
    @Nullable VisitChoice next = next(choices);
    for (int i = 0; i < choices.size(); i++) {
      dress((Button) actions.getChildren().get(i), choices.get(i), choices.get(i).equals(next));
    }
  }

  /// What is usually done next: the first that can be, along the visit's way.
  private static @Nullable VisitChoice next(List<VisitChoice> choices) {
    return choices.stream().limit(2).filter(VisitChoice::isAllowed).findFirst().orElse(null);
  }

  private void dress(Button button, VisitChoice choice, boolean primary) {
    button.setText(choice.label());
    button.setDisable(!choice.isAllowed());
    button.setAccessibleHelp(choice.whyNot());
    button.setOnAction(_ -> panel.choose(choice));
    button.getStyleClass().remove("accent");
    if (primary) {
      button.getStyleClass().add("accent");
    }
  }

  private void showHistory(VisitHistoryViewModel.Shown known) {
    switch (known) {
      case VisitHistoryViewModel.Shown.Asking _ ->
          history.getChildren().setAll(told("history.asking"));
      case VisitHistoryViewModel.Shown.Unknown _ ->
          history.getChildren().setAll(told("history.unknown"));
      case VisitHistoryViewModel.Shown.Known(List<VisitHistoryViewModel.Line> lines) ->
          history.getChildren().setAll(lines.stream().map(VisitPanel::line).toList());
    }
  }

  private Node told(String key) {
    return styled(messages.get(key), "history-detail");
  }

  private static Node line(VisitHistoryViewModel.Line line) {
    VBox words =
        new VBox(styled(line.what(), "history-what"), styled(line.detail(), "history-detail"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(Icons.icon("bi-circle-fill", "history-dot"), words);
    row.getStyleClass().setAll("history-line");
    return row;
  }

  private static Label styled(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", style);
    label.setWrapText(true);
    return label;
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
