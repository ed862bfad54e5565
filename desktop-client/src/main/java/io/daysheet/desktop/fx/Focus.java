package io.daysheet.desktop.fx;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// Where the keys go next.
///
/// What is just being put on the screen can't take the focus yet: it does so after all that is
/// under way; and what scrolls is in no scene before it is painted first: it does so then.
public final class Focus {

  private Focus() {}

  public static void on(Node node) {
    Platform.runLater(() -> onceThere(node, node::requestFocus));
  }

  /// What is written there is chosen, to be copied or typed over.
  public static void choose(TextInputControl field) {
    Platform.runLater(() ->
        onceThere(
            field,
            () -> {
              field.requestFocus();
              field.selectAll();
            }));
  }

  /// Gives it to a part of a page each time the page comes on the screen, whoever had it before.
  ///
  /// @param part asked each time; none leaves the focus where it is
  public static void onEntry(Node page, Supplier<? extends @Nullable Node> part) {
    page.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            Platform.runLater(() -> {
              Node taking = part.get();
              if (taking != null) {
                onceThere(taking, taking::requestFocus);
              }
            });
          }
        });
  }

  private static void onceThere(Node node, Runnable take) {
    if (node.getScene() != null) {
      take.run();
      return;
    }
    node.sceneProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Scene> there, Scene before, Scene scene) {
                there.removeListener(this);
                Platform.runLater(take);
              }
            });
  }
}
