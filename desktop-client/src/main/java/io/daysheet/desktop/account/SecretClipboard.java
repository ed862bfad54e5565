package io.daysheet.desktop.account;

import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/// The system's clipboard, which every program can read: what is copied there from this page is
/// taken away again after a minute, or when the page is left, unless something else was copied
/// meanwhile.
final class SecretClipboard implements AutoCloseable {

  private static final Duration KEPT = Duration.minutes(1);

  private final Clipboard clipboard;
  private final PauseTransition minute = new PauseTransition(KEPT);
  private String copied = "";

  SecretClipboard(Clipboard clipboard) {
    this.clipboard = clipboard;
    minute.setOnFinished(_ -> close());
  }

  void copy(String secret) {
    ClipboardContent content = new ClipboardContent();
    content.putString(secret);
    clipboard.setContent(content);
    copied = secret;
    minute.playFromStart();
  }

  @Override
  public void close() {
    minute.stop();
    if (!copied.isEmpty() && copied.equals(clipboard.getString())) {
      clipboard.clear();
    }
    copied = "";
  }
}
