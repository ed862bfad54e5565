package io.daysheet.desktop.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one screen, from `messages.properties` beside it.
///
/// A key that is missing is a programming error and is thrown; a test finds it before anybody sees
/// it. Numbers and times come in as ready text, so that no default locale slips into them.
public final class Messages {
  private final ResourceBundle bundle;

  private Messages(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// The texts beside a class.
  public static Messages beside(Class<?> screen) {
    return new Messages(
        ResourceBundle.getBundle(
            screen.getPackageName() + ".messages", Locale.ENGLISH, screen.getModule()));
  }

  /// A text, its `{0}`, `{1}` … filled in.
  public String get(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
  }

  /// The bundle itself, for FXML's `%key`.
  public ResourceBundle bundle() {
    return bundle;
  }
}
