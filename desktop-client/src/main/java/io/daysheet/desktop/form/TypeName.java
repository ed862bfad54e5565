package io.daysheet.desktop.form;

import io.daysheet.desktop.fx.Messages;
import java.util.Locale;

/// What a type of visit is called, the same on every screen.
public final class TypeName {

  private static final Messages MESSAGES = Messages.beside(TypeName.class);

  private TypeName() {}

  /// A hospital's own type: LAB_TEST is said "Lab test".
  public static String of(String code) {
    String key = "visit-type." + code.toLowerCase(Locale.ROOT).replace('_', '-');
    return MESSAGES.bundle().containsKey(key) ? MESSAGES.get(key) : words(code);
  }

  private static String words(String code) {
    String lower = code.replace('_', ' ').toLowerCase(Locale.ROOT);
    return lower.isEmpty()
        ? lower
        : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }
}
