package io.daysheet.desktop.day;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The notices at the bottom right of the board: the two newest; each stays until it is closed.
final class NoticeStack extends VBox {
  private static final int AT_ONCE = 2;

  private final ObservableList<Notice> notices;
  private final Messages messages = Messages.beside(NoticeStack.class);

  NoticeStack(ObservableList<Notice> notices) {
    this.notices = notices;
    getStyleClass().setAll("notices");
    setPickOnBounds(false);
    notices.addListener((ListChangeListener<Notice>) _ -> show());
    show();
  }

  private void show() {
    getChildren()
        .setAll(
            notices.stream()
                .skip(Math.max(0, notices.size() - AT_ONCE))
                .map(this::notice)
                .toList());
    if (getParent() != null) {
      getParent().requestLayout();
    }
  }

  private Node notice(Notice notice) {
    Label title = label(notice.title(), "notice-title");
    Label text = label(notice.text(), "notice-text");
    text.setWrapText(true);
    Button close = new Button(null, Icons.icon("bi-x", "notice-close"));
    close.getStyleClass().addAll("flat", "icon-only", "small");
    close.setAccessibleText(messages.get("notice.close"));
    close.setOnAction(_ -> notices.remove(notice));
    HBox ways = new HBox();
    ways.getStyleClass().setAll("notice-ways");
    for (Notice.Way way : notice.ways()) {
      Button button = new Button(way.label());
      if (way.key() != null) {
        KeyCap.on(button, way.key());
      }
      button.setOnAction(_ -> {
        notices.remove(notice);
        way.go().run();
      });
      ways.getChildren().add(button);
    }
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    Label code = label(notice.code(), "code");
    ways.getChildren().addAll(spacer, code);
    VBox words = new VBox(title, text, ways);
    words.getStyleClass().setAll("notice-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(icon(notice.kind()), words, close);
    box.getStyleClass().setAll("notice");
    return box;
  }

  private static Node icon(Notice.Kind kind) {
    return switch (kind) {
      case REFUSED -> Icons.icon("bi-exclamation-octagon-fill", "notice-icon");
      case DONE -> Icons.icon("bi-arrow-left-right", "notice-icon", "done");
    };
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", style);
    return label;
  }
}
