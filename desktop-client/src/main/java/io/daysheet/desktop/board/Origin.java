package io.daysheet.desktop.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where something new on the board comes from.
///
/// @param by the desk that did it, when it said its name
/// @param at when the server wrote it; for what this desk shows before the answer, when it was
///   asked
/// @param kind whether another desk did it, this one, or a reload brought it to light
public record Origin(@Nullable String by, Instant at, Kind kind) {

  /// Who is behind it.
  public enum Kind {
    OWN,
    REMOTE,
    RELOAD
  }

  public boolean isRemote() {
    return kind == Kind.REMOTE;
  }
}
