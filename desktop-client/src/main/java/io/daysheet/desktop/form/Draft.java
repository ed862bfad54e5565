package io.daysheet.desktop.form;

import java.util.Locale;
import java.util.Set;

/// Something of the server's as it is typed into a form: an account, a program.
///
/// @param <F> what may be wrong with it
public interface Draft<F extends Enum<F>> {

  /// Whether the server does not have it yet.
  boolean isNew();

  /// Whether it says something else than the server has.
  boolean isChanged();

  /// All that is wrong, in the order of the form.
  Set<F> flaws();

  /// What a flaw is called in the texts: in small letters, with hyphens.
  static String name(Enum<?> flaw) {
    return flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
