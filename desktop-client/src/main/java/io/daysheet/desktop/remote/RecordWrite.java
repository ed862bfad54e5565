package io.daysheet.desktop.remote;

import java.util.function.Consumer;

/// Writes a record as it was typed: a new one is made, one that is there is changed in the version
/// that was read.
///
/// @param <D> as it is typed
/// @param <T> as the server has it
@FunctionalInterface
public interface RecordWrite<D, T> {
  /// The same key never writes twice.
  Request send(D draft, CommandKey key, Consumer<Outcome<T>> then);
}
