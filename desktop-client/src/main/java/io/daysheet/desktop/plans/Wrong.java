package io.daysheet.desktop.plans;

import java.util.List;
import java.util.Map;

/// What is said beside a row of fields of which several may be wrong.
final class Wrong {

  private Wrong() {}

  /// The first of them, in the order of the fields; empty if none is.
  static <F> String first(Map<F, String> wrong, List<F> flaws) {
    return flaws.stream()
        .filter(wrong::containsKey)
        .map(flaw -> wrong.getOrDefault(flaw, ""))
        .findFirst()
        .orElse("");
  }
}
