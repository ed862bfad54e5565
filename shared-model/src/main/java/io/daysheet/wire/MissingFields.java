package io.daysheet.wire;

import io.daysheet.rule.TextRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request came without fields that it needs: all of them are named at once.
public final class MissingFields extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final List<String> names;

  private MissingFields(List<String> names) {
    super("missing: " + String.join(", ", names));
    this.names = List.copyOf(names);
  }

  public List<String> names() {
    return names;
  }

  /// Pairs of a field's name and its value; refuses if any value is null or blank.
  static void refuse(@Nullable Object... namesAndValues) {
    var missing = new ArrayList<String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value == null || (value instanceof String text && TextRules.isBlank(text))) {
        missing.add(String.valueOf(namesAndValues[i]));
      }
    }
    if (!missing.isEmpty()) {
      throw new MissingFields(missing);
    }
  }
}
