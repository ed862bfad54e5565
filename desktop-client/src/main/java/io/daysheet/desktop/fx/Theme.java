package io.daysheet.desktop.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// How the desk is coloured: one style sheet of colours for each theme, the same shapes for all.
///
/// Switching replaces the first style sheet of the scene; everything on it follows at once, also
/// CalendarFX's parts.
public enum Theme {
  LIGHT("theme-light.css", new PrimerLight().getUserAgentStylesheet()),
  DARK("theme-dark.css", new PrimerDark().getUserAgentStylesheet()),
  HIGH_CONTRAST("theme-high-contrast.css", new PrimerLight().getUserAgentStylesheet());

  private final String colours;
  private final String userAgent;

  Theme(String file, String userAgent) {
    this.colours = url(file);
    this.userAgent = userAgent;
  }

  /// The theme of a setting: `light`, `dark` or `high-contrast`.
  public static Theme named(String name) {
    return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /// Makes its shapes and fonts the toolkit's own. Whoever does so before the first control is made
  /// spares JavaFX reading a theme that nobody will see.
  public void prepare() {
    Fonts.load();
    if (!userAgent.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(userAgent);
    }
  }

  /// Colours a scene; what the screens add as their own style sheets stays behind the theme's.
  public void applyTo(Scene scene) {
    prepare();
    ObservableList<String> sheets = scene.getStylesheets();
    List<String> own = sheets.stream().filter(sheet -> !sheet.contains("/fx/theme-")).toList();
    sheets.setAll(colours, url("daysheet.css"));
    own.stream().filter(sheet -> !sheets.contains(sheet)).forEach(sheets::add);
  }

  String colours() {
    return colours;
  }

  private static String url(String file) {
    URL url = Theme.class.getResource(file);
    return Objects.requireNonNull(url, file).toExternalForm();
  }
}
