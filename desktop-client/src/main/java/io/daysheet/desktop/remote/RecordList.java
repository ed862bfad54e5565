package io.daysheet.desktop.remote;

import java.util.List;
import java.util.function.Consumer;

/// Asks for all records of a kind.
@FunctionalInterface
public interface RecordList<T> {
  Request ask(Consumer<Outcome<List<T>>> then);
}
