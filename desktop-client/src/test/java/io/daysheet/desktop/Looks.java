package io.daysheet.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// What can be seen of a screen without looking at it.
final class Looks {

  private Looks() {}

  /// Everything that is shown below a node, and the node, in the order of Tab.
  static Stream<Node> shown(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Looks::shown))
        : Stream.of(node);
  }

  /// Texts that are drawn with an ellipsis in place of their end.
  static List<String> cut(Node root) {
    return shown(root)
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(labeled -> drawn(labeled).stream().anyMatch(text -> text.endsWith("...")))
        .map(Labeled::getText)
        .toList();
  }

  private static List<String> drawn(Labeled labeled) {
    List<String> texts = new ArrayList<>();
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child instanceof Text text && !text.getText().equals(labeled.getText())) {
        texts.add(text.getText());
      }
    }
    return texts;
  }

  /// Where Tab stops.
  static List<Node> stops(Node root) {
    return shown(root).filter(node -> node.isFocusTraversable() && !node.isDisabled()).toList();
  }

  /// What a screen reader says of a control; empty if it has nothing to say.
  static String spoken(Node node) {
    String said = Objects.requireNonNullElse(node.getAccessibleText(), "");
    if (said.isBlank() && node instanceof Labeled labeled) {
      said = Objects.requireNonNullElse(labeled.getText(), "");
    }
    boolean labelled =
        said.isBlank()
            && node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label;
    return labelled
        ? ((Label) node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY)).getText()
        : said;
  }
}
