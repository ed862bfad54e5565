package io.daysheet.desktop.form;

import io.daysheet.desktop.fx.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The foot of a record's form: save, leave, and why it can't be saved yet.
public final class RecordFoot extends HBox {

  private final Messages messages = Messages.beside(RecordFoot.class);
  private final Button save = new Button();
  private final Button leave = new Button();
  private final Label why = new Label();

  public RecordFoot() {
    getStyleClass().setAll("drawer-foot");
    setAlignment(Pos.CENTER_LEFT);
    save.setId("save");
    save.getStyleClass().setAll("button", "accent");
    save.setText(messages.get("record.save"));
    save.setMinWidth(USE_PREF_SIZE);
    leave.setId("leave");
    leave.setMinWidth(USE_PREF_SIZE);
    why.getStyleClass().setAll("label", "drawer-why");
    why.setWrapText(true);
    HBox.setHgrow(why, Priority.ALWAYS);
    getChildren().setAll(save, leave, why);
  }

  /// Connects it with the record's form, once.
  ///
  /// @param close leaves the form
  public void bind(RecordViewModel<?, ?, ?> form, Runnable close) {
    bind(form, form::save, close);
  }

  /// Connects it with a form that looks at something else before it saves, once.
  public void bind(RecordViewModel<?, ?, ?> form, Runnable write, Runnable close) {
    save.setOnAction(_ -> write.run());
    leave.setOnAction(_ -> close.run());
    form.shownProperty()
        .subscribe(shown -> {
          save.setDisable(!shown.canSave());
          why.setText(form.reason());
          leave.setText(
              messages.get(shown.draft().isChanged() ? "record.discard" : "record.close"));
        });
  }

  /// Another word for what is saved.
  public void call(String action) {
    save.setText(action);
  }
}
