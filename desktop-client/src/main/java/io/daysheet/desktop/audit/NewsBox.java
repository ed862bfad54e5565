package io.daysheet.desktop.audit;

import io.daysheet.desktop.audit.CheckViewModel.Check;
import io.daysheet.desktop.audit.ExportViewModel.Export;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is said of a check and of an export, one line each.
final class NewsBox {

  private final AuditWording wording;
  private final Messages messages;

  NewsBox(AuditWording wording, Messages messages) {
    this.wording = wording;
    this.messages = messages;
  }

  List<Node> of(CheckViewModel check, ExportViewModel export) {
    return Stream.concat(
            of(check.checkProperty().get(), check::close),
            of(export.exportProperty().get(), export::close))
        .toList();
  }

  private Stream<Node> of(Check check, Runnable away) {
    return switch (check) {
      case Check.None _ -> Stream.empty();
      case Check.Running _ ->
          Stream.of(going(messages.get("check.running"), messages.get("check.running.text"), away));
      case Check.Failed _ ->
          Stream.of(
              line(
                  "bad",
                  "bi-exclamation-octagon",
                  messages.get("check.failed"),
                  messages.get("check.failed.text"),
                  away));
      case Check.Answered(var found) ->
          Stream.of(
              line(
                  found.sound() ? "good" : "bad",
                  found.sound() ? "bi-shield-check" : "bi-shield-exclamation",
                  wording.checkTitle(found),
                  wording.checkText(found),
                  away));
    };
  }

  private Stream<Node> of(Export export, Runnable away) {
    return switch (export) {
      case Export.None _ -> Stream.empty();
      case Export.Running(var file, long lines) ->
          Stream.of(
              going(
                  messages.get("export.running", file.getFileName().toString()),
                  messages.get("export.lines", wording.number(lines)),
                  away));
      case Export.Written(var file, long lines) ->
          Stream.of(
              line(
                  "good",
                  "bi-check-circle",
                  messages.get("export.written", file.getFileName().toString()),
                  messages.get("export.lines", wording.number(lines)),
                  away));
      case Export.Failed(var file, var why) ->
          Stream.of(
              line(
                  "bad",
                  "bi-exclamation-octagon",
                  messages.get("export.failed", file.getFileName().toString()),
                  messages.get("not-written." + key(why)),
                  away));
    };
  }

  private static String key(ExportViewModel.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Node going(String title, String text, Runnable stop) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.getStyleClass().add("news-turning");
    return box("going", turning, title, text, "news.stop", stop);
  }

  private Node line(String style, String icon, String title, String text, Runnable away) {
    return box(style, Icons.icon(icon, "news-icon"), title, text, "news.away", away);
  }

  private Node box(
      String style, Node mark, String title, String text, String key, Runnable action) {
    Label first = new Label(title);
    first.getStyleClass().add("news-title");
    Label second = new Label(text);
    second.getStyleClass().add("news-text");
    second.setWrapText(true);
    VBox words = new VBox(first, second);
    words.getStyleClass().add("news-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    Button button = new Button(messages.get(key));
    button.setOnAction(_ -> action.run());
    HBox box = new HBox(mark, words, button);
    box.getStyleClass().addAll("news-line", style);
    return box;
  }
}
