package io.daysheet.desktop.form;

import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.KeyCap;
import io.daysheet.desktop.fx.Messages;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything that is in the way, each with a link to it and its key. It takes no room while there
/// is nothing, and is left alone while it says the same.
public final class ObstacleBox extends VBox {

  private final Messages messages = Messages.beside(ObstacleBox.class);
  private List<Obstacle> shown = List.of();
  private boolean keyed = true;

  public ObstacleBox() {
    getStyleClass().setAll("obstacles");
    hide();
  }

  private void hide() {
    setVisible(!shown.isEmpty());
    setManaged(!shown.isEmpty());
  }

  /// Shows them, with Alt and their numbers.
  ///
  /// @param jump goes to the one with that number, from 1 on
  public void show(List<Obstacle> obstacles, IntConsumer jump) {
    show(obstacles, true, jump);
  }

  /// Shows them while the numbers mean something else.
  public void showWithoutKeys(List<Obstacle> obstacles, IntConsumer jump) {
    show(obstacles, false, jump);
  }

  private void show(List<Obstacle> obstacles, boolean numbered, IntConsumer jump) {
    if (obstacles.equals(shown) && numbered == keyed) {
      return;
    }
    shown = List.copyOf(obstacles);
    keyed = numbered;
    hide();
    String title =
        shown.size() == 1
            ? messages.get("in.the.way")
            : messages.get("in.the.way.many", Integer.toString(shown.size()));
    Label heading = new Label(title);
    heading.getStyleClass().setAll("label", "obstacles-title");
    getChildren().setAll(heading);
    for (int i = 0; i < shown.size(); i++) {
      getChildren().add(row(i + 1, shown.get(i), jump));
    }
    setAccessibleText(title);
  }

  private Node row(int number, Obstacle obstacle, IntConsumer jump) {
    Label text = new Label(obstacle.text());
    text.setWrapText(true);
    text.getStyleClass().setAll("label", "obstacle-text");
    VBox words = new VBox(text);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(Icons.icon("bi-exclamation-circle", "obstacle-icon"), words);
    row.getStyleClass().setAll("obstacle");
    if (obstacle.jump() != null) {
      Hyperlink link = new Hyperlink(obstacle.jumpLabel());
      link.getStyleClass().setAll("hyperlink", "form-link");
      link.setOnAction(_ -> jump.accept(number));
      words.getChildren().add(link);
      if (keyed) {
        Label key = KeyCap.of("Alt " + number);
        key.setMinWidth(USE_PREF_SIZE);
        row.getChildren().add(key);
      }
    } else {
      Label code = new Label(obstacle.code());
      code.getStyleClass().setAll("label", "code");
      code.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(code);
    }
    return row;
  }
}
