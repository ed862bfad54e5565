package io.daysheet.desktop.fx;

import static io.daysheet.desktop.demo.Hand.clipboard;
import static io.daysheet.desktop.demo.Hand.onScreen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.demo.Hand;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is copied of a secret doesn't stay where every program can read it.
class SecretTextIT {

  private SecretText secret;
  private VBox page;
  private Hand hand;

  @BeforeEach
  void show() throws Exception {
    secret = onScreen(() -> new SecretText(new SecretClipboard(Duration.seconds(2))));
    page = onScreen(() -> new VBox(secret));
    hand = Hand.at(() -> page);
    onScreen(() -> {
      secret.setText("wet walnut grove");
      return true;
    });
  }

  private void choose() {
    onScreen(() -> {
      secret.requestFocus();
      secret.selectAll();
      return true;
    });
  }

  private static boolean copyElsewhere(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    return Clipboard.getSystemClipboard().setContent(content);
  }

  @Test
  void theKeysCopyItForAMomentOnly() {
    choose();
    hand.press(KeyCode.C, KeyCode.CONTROL);
    assertThat(clipboard()).isEqualTo("wet walnut grove");

    await().until(() -> clipboard().isEmpty());
  }

  @Test
  void itGoesWithThePage() {
    choose();
    hand.press(KeyCode.C, KeyCode.CONTROL);
    onScreen(() -> page.getChildren().remove(secret));

    assertThat(clipboard()).isEmpty();
  }

  @Test
  void itGoesWhenAnotherPageTakesTheWindow() {
    onScreen(() -> {
      secret.copy("walnut");
      page.getScene().setRoot(new VBox());
      return true;
    });

    assertThat(clipboard()).isEmpty();
  }

  @Test
  void whatWasCopiedElsewhereMeanwhileStays() {
    onScreen(() -> {
      secret.copy("walnut");
      return copyElsewhere("a telephone number");
    });
    onScreen(() -> page.getChildren().remove(secret));

    assertThat(clipboard()).isEqualTo("a telephone number");
  }

  @Test
  void nobodyTypesIntoIt() {
    choose();
    hand.press(KeyCode.X, KeyCode.CONTROL);
    hand.type("x");

    String text = onScreen(secret::getText);
    assertThat(text).isEqualTo("wet walnut grove");
  }
}
