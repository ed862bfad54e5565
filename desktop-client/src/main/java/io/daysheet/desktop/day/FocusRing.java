package io.daysheet.desktop.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The controls of a form in the order of Tab, closed to a ring.
record FocusRing(List<Node> stops) {
  FocusRing {
    stops = List.copyOf(stops);
  }

  static FocusRing of(Parent root) {
    List<Node> stops = new ArrayList<>();
    collect(root, stops);
    return new FocusRing(stops);
  }

  /// Only visible, enabled stops; what is inside a control is the control's.
  private static void collect(Parent parent, List<Node> stops) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isVisible() && !child.isDisabled()) {
        if (child.isFocusTraversable()) {
          stops.add(child);
        } else if (child instanceof Parent inner) {
          collect(inner, stops);
        }
      }
    }
  }

  Optional<Node> first() {
    return stops.stream().findFirst();
  }

  /// The stop to go to by hand: only at an end of the ring, in between Tab finds its own way.
  Optional<Node> next(Node from, boolean back) {
    if (stops.isEmpty()) {
      return Optional.empty();
    }
    Node end = back ? stops.getFirst() : stops.getLast();
    return from.equals(end)
        ? Optional.of(back ? stops.getLast() : stops.getFirst())
        : Optional.empty();
  }
}
