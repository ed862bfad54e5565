package io.daysheet.desktop.account;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// What takes room on the page only while there is something to show.
final class Place {

  private Place() {}

  static void show(Node node, boolean when) {
    node.setVisible(when);
    node.setManaged(when);
  }

  static void say(Label label, String text) {
    label.setText(text);
    show(label, !text.isEmpty());
  }

  /// Says what is wrong below a field, and to who hears it rather than sees it.
  static void say(Label label, TextField about, String text) {
    say(label, text);
    about.setAccessibleHelp(text);
  }

  /// The cursor goes there as soon as it is on the screen.
  static void focus(Node node) {
    Platform.runLater(node::requestFocus);
  }
}
