package io.daysheet.desktop.programs;

import static io.daysheet.desktop.demo.Hand.clipboard;
import static io.daysheet.desktop.demo.Hand.onScreen;
import static io.daysheet.desktop.programs.QuietPrograms.LAB;
import static io.daysheet.desktop.programs.QuietPrograms.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.demo.Hand;
import io.daysheet.wire.ProgramClient;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The programs in a window: the keys, and what is left of a secret.
class ProgramsScreenIT {

  private static final ProgramClient BRIDGE = program("lab-bridge", "Laboratory bridge", 1);

  private final QuietPrograms server = new QuietPrograms();
  private final ProgramsViewModel programs = new ProgramsViewModel(server);
  private Hand hand;

  @BeforeEach
  void open() throws Exception {
    hand =
        Hand.at(() -> {
          Parent root = ProgramsScreen.load(programs).root();
          programs.start();
          server.list(BRIDGE);
          return root;
        });
  }

  private boolean isOpen() {
    return onScreen(() -> programs.openProperty().get() != null);
  }

  private void begin() {
    hand.press(KeyCode.N);
    onScreen(() -> {
      var form = Objects.requireNonNull(programs.openProperty().get()).form();
      form.type(d -> d.withId("fax-gateway").withName("Fax gateway").with(LAB));
      form.type(d -> d.with("schedule:read", true));
      return true;
    });
  }

  private static boolean wouldBeTyped(Node node) {
    return node.equals(node.getScene().getFocusOwner());
  }

  private void make(String secret) {
    begin();
    hand.press(KeyCode.S, KeyCode.CONTROL);
    onScreen(() -> {
      server.made(program("fax-gateway", "Fax gateway", 1), secret);
      return true;
    });
    // its scene's focus: which window has the focus is another test's, too
    await()
        .until(() ->
            onScreen(() -> hand.find("#given").filter(ProgramsScreenIT::wouldBeTyped)).isPresent());
  }

  @Test
  void theSecretIsOffTheClipboardWhenItsProgramIsClosed() {
    make("s3cret");
    hand.press("#copy");
    assertThat(clipboard()).isEqualTo("s3cret");
    hand.press("#hide");
    assertThat(clipboard()).as("it is yet to be put where it belongs").isEqualTo("s3cret");
    hand.press(KeyCode.ESCAPE);

    assertThat(isOpen()).isFalse();
    assertThat(clipboard()).isEmpty();
  }

  @Test
  void theKeysCopyItNoLonger() {
    make("an0ther");
    hand.press(KeyCode.C, KeyCode.CONTROL);
    assertThat(clipboard()).isEqualTo("an0ther");
    onScreen(() -> {
      programs.close();
      return true;
    });

    assertThat(clipboard()).isEmpty();
  }

  @Test
  void aLetterIsAKeyOnlyWhereNothingIsTyped() {
    begin();
    hand.focus("#name");
    hand.press(KeyCode.N);
    hand.press(KeyCode.F5);
    assertThat(onScreen(() -> programs.stateProperty().get()))
        .isEqualTo(ProgramsViewModel.State.LOADING);
    hand.press(KeyCode.S, KeyCode.CONTROL);
    assertThat(server.created).hasSize(1);
    hand.press(KeyCode.ESCAPE);

    assertThat(isOpen()).isFalse();
  }
}
