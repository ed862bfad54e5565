package io.daysheet.desktop.fx;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// The texts of a screen that are not shown whole: what does not fit ends in an ellipsis.
public final class ClippedTexts {

  private ClippedTexts() {}

  /// What they should say. On the FX thread, after a layout.
  public static List<String> in(Parent root) {
    return all(root)
        .flatMap(node -> node instanceof Labeled labeled ? Stream.of(labeled) : Stream.empty())
        .filter(ClippedTexts::isClipped)
        .map(Labeled::getText)
        .toList();
  }

  private static Stream<Node> all(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ClippedTexts::all))
        : Stream.of(node);
  }

  private static boolean isClipped(Labeled labeled) {
    if (labeled.getText() == null) {
      return false;
    }
    return labeled.getChildrenUnmodifiable().stream()
        .flatMap(node ->
            node instanceof Text text && text.getStyleClass().contains("text")
                ? Stream.of(text)
                : Stream.empty())
        .anyMatch(text -> !text.getText().equals(labeled.getText()));
  }
}
