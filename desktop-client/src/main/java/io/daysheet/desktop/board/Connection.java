package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.Outcome.Cause;
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
  /// @param why what the last question found out
  record Offline(Instant since, @Nullable Instant copyOf, Instant nextTry, Cause why)
      implements Connection {

    /// Nothing is known but that there was no answer.
    public Offline(Instant since, @Nullable Instant copyOf, Instant nextTry) {
      this(since, copyOf, nextTry, Cause.NO_ANSWER);
    }

    /// What keeps the desk from speaking to the server in secret; null if something else does.
    public @Nullable Insecure insecure() {
      return switch (why) {
        case UNKNOWN_AUTHORITY -> Insecure.AUTHORITY;
        case CERTIFICATE_OUT_OF_DATE -> Insecure.DATE;
        case ANOTHER_SERVER -> Insecure.NAME;
        case NOT_ENCRYPTED -> Insecure.PLAIN;
        case NO_ANSWER, UNAVAILABLE, BROKEN -> null;
      };
    }
  }

  /// Why the other end is not trusted: who vouches for it, until when, for whom, or not at all.
  enum Insecure {
    AUTHORITY,
    DATE,
    NAME,
    PLAIN
  }
}
