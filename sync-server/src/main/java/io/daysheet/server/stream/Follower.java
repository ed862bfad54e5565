package io.daysheet.server.stream;

import io.daysheet.server.access.Caller;
import java.util.Optional;

/// Somebody who wants to hear when there is something new in a stream.
@FunctionalInterface
interface Follower {

  /// Is called with each piece of news; must neither wait nor fail.
  void wake();

  /// To whom it goes from here; empty if to nobody outside the server.
  default Optional<Caller> caller() {
    return Optional.empty();
  }
}
