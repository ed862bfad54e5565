package io.daysheet.desktop.fx;

import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/// The system's clipboard, which every program can read: what is copied there through this is taken
/// away again after a minute, or when this is closed, unless something else was copied meanwhile.
public final class SecretClipboard implements AutoCloseable {

  private static final Duration KEPT = Duration.minutes(1);

  private final Clipboard clipboard = Clipboard.getSystemClipboard();
  private final PauseTransition pause;
  private String copied = "";

  public SecretClipboard() {
    this(KEPT);
  }

  SecretClipboard(Duration kept) {
    pause = new PauseTransition(kept);
    pause.setOnFinished(_ -> close());
  }

  public void copy(String secret) {
    ClipboardContent content = new ClipboardContent();
    content.putString(secret);
    clipboard.setContent(content);
    copied = secret;
    pause.playFromStart();
  }

  @Override
  public void close() {
    pause.stop();
    if (!copied.isEmpty() && copied.equals(clipboard.getString())) {
      clipboard.clear();
    }
    copied = "";
  }
}
