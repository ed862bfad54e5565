package io.daysheet.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The fields that a request can't do without, also those deep in it; all that are missing are
/// named at once.
final class Needed {

  private final List<@Nullable Object> namesAndValues = new ArrayList<>();

  Needed field(String name, @Nullable Object value) {
    namesAndValues.add(name);
    namesAndValues.add(value);
    return this;
  }

  /// For each entry of a list that is there.
  <T> Needed each(String name, @Nullable List<T> list, BiConsumer<String, T> entry) {
    for (int i = 0; list != null && i < list.size(); i++) {
      entry.accept(name + "[" + i + "].", list.get(i));
    }
    return this;
  }

  void check() {
    MissingFields.refuse(namesAndValues.toArray());
  }
}
