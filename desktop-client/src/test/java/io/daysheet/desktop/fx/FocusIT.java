package io.daysheet.desktop.fx;

import static io.daysheet.desktop.demo.Hand.onScreen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.demo.Hand;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The focus of what is not there yet.
class FocusIT {

  /// No control can be made before.
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private final Button before = new Button("before");
  private final VBox page = new VBox(before);
  private final TextField later = new TextField("s3cret");

  @BeforeEach
  void open() throws Exception {
    Hand.at(() -> page);
    onScreen(() -> {
      before.requestFocus();
      return before;
    });
  }

  @Test
  void isTakenByWhatComesIntoTheSceneAfterItWasAskedFor() {
    onScreen(() -> {
      Focus.on(later);
      return later;
    });
    assertThat(onScreen(this::owner)).isEqualTo(before);
    show();

    await().until(() -> later.equals(onScreen(this::owner)));
  }

  @Test
  void choosesWhatIsWrittenThereThen() {
    onScreen(() -> {
      Focus.choose(later);
      return later;
    });
    show();

    await().until(() -> later.equals(onScreen(this::owner)));
    assertThat(onScreen(later::getSelectedText)).isEqualTo("s3cret");
  }

  @Test
  void isTakenAtEachEntryOfAPageByWhatThePageNames() {
    VBox entered = new VBox(new TextField(), later);
    onScreen(() -> {
      Focus.onEntry(entered, () -> later);
      return entered;
    });
    for (int entry = 0; entry < 2; entry++) {
      onScreen(() -> page.getChildren().add(entered));
      await().until(() -> later.equals(onScreen(this::owner)));
      onScreen(() -> page.getChildren().remove(entered));
      onScreen(() -> {
        before.requestFocus();
        return before;
      });
    }
  }

  /// Its scene's: which window has the focus is another test's, too.
  private Node owner() {
    return before.getScene().getFocusOwner();
  }

  private void show() {
    boolean _ = onScreen(() -> page.getChildren().add(later));
  }
}
