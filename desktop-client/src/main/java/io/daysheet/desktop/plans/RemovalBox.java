package io.daysheet.desktop.plans;

import io.daysheet.desktop.fx.Focus;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.fx.Place;
import io.daysheet.desktop.plans.RemovalViewModel.Asked;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The question whether a plan shall go, with what that comes to. The focus is on the way back.
public final class RemovalBox extends VBox {

  private final Messages messages = Messages.beside(RemovalBox.class);
  private final PlanWording wording = new PlanWording(messages);
  private final Label title = new Label();
  private final VBox lines = new VBox();
  private final Button remove = new Button();
  private final Button keep = new Button(messages.get("removal.keep"));
  private final HBox answers = new HBox(8, remove, keep);

  public RemovalBox() {
    getStyleClass().setAll("result-box", "question");
    title.getStyleClass().setAll("label", "drawer-label");
    title.setGraphic(Icons.icon("bi-question-circle"));
    lines.setSpacing(4);
    remove.setId("reallyRemove");
    keep.setId("keep");
    remove.setMinWidth(USE_PREF_SIZE);
    keep.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(title, lines, answers);
    Place.show(this, false);
  }

  void bind(Runnable doIt, Runnable takeBack) {
    remove.setOnAction(_ -> doIt.run());
    keep.setOnAction(_ -> takeBack.run());
  }

  void show(Asked asked, PlanDraft draft) {
    boolean wasPut = answers.isVisible();
    String part = draft.removesAll() ? "all" : "following";
    title.setText(messages.get("removal." + part, PlanWording.date(draft.at().date())));
    remove.setText(messages.get(draft.removesAll() ? "form.remove" : "form.end.plan"));
    lines.getChildren().setAll(said(asked, draft).map(RemovalBox::line).toList());
    Place.show(this, !(asked instanceof Asked.Nothing));
    Place.show(answers, asked instanceof Asked.Put);
    if (!wasPut && answers.isVisible()) {
      Focus.on(keep);
    }
  }

  private Stream<String> said(Asked asked, PlanDraft draft) {
    return switch (asked) {
      case Asked.Nothing _ -> Stream.empty();
      case Asked.Counting _ -> Stream.of(messages.get("preview.asking"));
      case Asked.Put(var preview) ->
          (preview == null
                  ? List.of(messages.get("removal.unsaid"))
                  : wording.preview(preview, draft.at().hospital()))
              .stream();
    };
  }

  private static Node line(String text) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", "result-line");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  void setBusy(boolean busy) {
    answers.setDisable(busy);
  }
}
