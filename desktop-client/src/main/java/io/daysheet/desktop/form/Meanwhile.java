package io.daysheet.desktop.form;

import java.util.ArrayList;
import java.util.List;

/// What somebody else changed of a record while it was typed here: each field by itself, so that
/// nothing that was typed is lost, and nothing of theirs that was not touched here.
public final class Meanwhile {

  private final List<String> changed = new ArrayList<>();

  /// What a field says from now on: as it was typed or, if it was not touched, as it is now.
  ///
  /// @param before as both had it before them
  public <T> T keep(String field, T before, T typed, T now) {
    if (!before.equals(now)) {
      changed.add(field);
    }
    return typed.equals(before) ? now : typed;
  }

  /// The fields that somebody else changed.
  public List<String> changed() {
    return List.copyOf(changed);
  }
}
