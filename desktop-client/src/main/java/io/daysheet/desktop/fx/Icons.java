package io.daysheet.desktop.fx;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons by their Bootstrap name; the style sheet gives size and colour.
public final class Icons {
  private Icons() {}

  /// An icon as `bi-check-circle`, which a screen reader passes over: its label says the word.
  public static FontIcon icon(String name, String... styles) {
    FontIcon icon = new FontIcon(name);
    icon.getStyleClass().addAll(styles);
    icon.setMouseTransparent(true);
    return icon;
  }
}
