package io.daysheet.desktop.fx;

import javafx.scene.control.TextField;

/// A secret that somebody is to take along: it can be chosen and copied, not changed.
///
/// However it is copied, by a button, by the keys or by the menu, it is taken off the clipboard
/// again after a minute, and as soon as it leaves the screen.
public final class SecretText extends TextField {

  private final SecretClipboard clipboard;

  public SecretText() {
    this(new SecretClipboard());
  }

  SecretText(SecretClipboard clipboard) {
    this.clipboard = clipboard;
    setEditable(false);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            clipboard.close();
          }
        });
  }

  /// Copies what is chosen of it.
  @Override
  public void copy() {
    if (!getSelectedText().isEmpty()) {
      clipboard.copy(getSelectedText());
    }
  }

  /// Copies all of it, as a program takes it.
  ///
  /// @param secret the same without what makes it easier to read
  public void copy(String secret) {
    clipboard.copy(secret);
  }
}
