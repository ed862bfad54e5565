package io.daysheet.desktop.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;

/// Where the keys go next.
///
/// What is just being put on the screen can't take the focus yet: it does so after all that is
/// under way.
public final class Focus {

  private Focus() {}

  public static void on(Node node) {
    Platform.runLater(node::requestFocus);
  }

  /// What is written there is chosen, to be copied or typed over.
  public static void choose(TextInputControl field) {
    Platform.runLater(() -> {
      field.requestFocus();
      field.selectAll();
    });
  }

  /// Lets a page take the focus each time it comes on the screen, whoever had it before.
  public static void onEntry(Node page, Runnable take) {
    page.sceneProperty().subscribe(_ -> Platform.runLater(take));
  }
}
