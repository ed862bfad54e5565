package io.daysheet.desktop.day;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How this desk stands with the server; it decides whether anything can be written.
public sealed interface Connection {
  /// Not there yet: nothing has been loaded.
  record Connecting() implements Connection {}

  /// Changes arrive as they happen.
  ///
  /// @param latency of the last round trip; null before the first
  record Live(@Nullable Duration latency) implements Connection {}

  /// Lost: the board is a copy and read only.
  ///
  /// @param since when the connection broke
  /// @param copyOf the moment that the copy shows; null when there is none
  /// @param nextTry when the desk tries again by itself
  /// @param code short and stable, for a call to support
  record Offline(Instant since, @Nullable Instant copyOf, Instant nextTry, String code)
      implements Connection {}

  default boolean isLive() {
    return this instanceof Live;
  }
}
