package io.daysheet.desktop.fx;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How a box that is chosen from, and never typed into, names what is in it.
public final class Names<T> extends StringConverter<T> {

  private final String none;
  private final Function<T, String> name;

  /// @param none what stands for nothing chosen
  public Names(String none, Function<T, String> name) {
    this.none = none;
    this.name = name;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? none : name.apply(value);
  }

  /// A choice has no way back from its name, and none is ever asked for.
  @Override
  public @Nullable T fromString(String text) {
    return null;
  }
}
