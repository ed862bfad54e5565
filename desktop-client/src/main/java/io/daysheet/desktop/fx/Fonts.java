package io.daysheet.desktop.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// Inter, the desk's typeface, out of the library that carries its files.
///
/// JavaFX picks a face by its family and knows only regular and bold within one, so the semi bold
/// face is a family of its own; the style sheets name exactly these two.
public final class Fonts {
  /// Body and details.
  public static final String REGULAR = "Inter";

  /// Names, headings and whatever has to be seen first.
  public static final String SEMI_BOLD = "Inter SemiBold";

  private static final List<String> FILES =
      List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf");

  private static boolean loaded;

  private Fonts() {}

  /// Makes the families known to the toolkit; a second call does nothing.
  public static synchronized void load() {
    if (!loaded) {
      FILES.forEach(file -> load("/com/formdev/flatlaf/fonts/inter/" + file));
      loaded = true;
    }
  }

  private static void load(String path) {
    try (InputStream font = Fonts.class.getResourceAsStream(path)) {
      if (font == null || Font.loadFont(font, 12) == null) {
        throw new IllegalStateException("The font " + path + " is missing or unreadable");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
