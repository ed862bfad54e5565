package io.daysheet.desktop.board;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether the desk hears the server, and how old its copy is when it does not.
public sealed interface Connection {

  /// Nothing is heard: the day that is wanted is not here yet, or the server does not show it.
  record Connecting() implements Connection {}

  /// Every change arrives as it is committed.
  ///
  /// @param latency there and back, as last measured; null before the first measure
  record Live(@Nullable Duration latency) implements Connection {}

  /// The board shows the last copy and is read-only.
  ///
  /// @param since when the connection was lost
  /// @param copyOf when the copy was last known to be complete; null if nothing was loaded yet
  /// @param nextTry when the desk asks again; equal to or before now while it is asking
  record Offline(Instant since, @Nullable Instant copyOf, Instant nextTry) implements Connection {}
}
