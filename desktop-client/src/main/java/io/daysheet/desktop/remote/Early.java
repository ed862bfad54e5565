package io.daysheet.desktop.remote;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An answer that may come before or after somebody wants it; it is told to the last who does.
final class Early<T> {
  private @Nullable T value;
  private @Nullable Consumer<T> wanting;

  void come(T answer) {
    Consumer<T> then;
    synchronized (this) {
      value = answer;
      then = wanting;
    }
    if (then != null) {
      then.accept(answer);
    }
  }

  void want(Consumer<T> then) {
    T come;
    synchronized (this) {
      wanting = then;
      come = value;
    }
    if (come != null) {
      then.accept(come);
    }
  }
}
