package io.daysheet.server.users;

import java.time.Instant;

/// The password or code was wrong so often that this one is not looked at.
final class LockedOut extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Instant until;

  LockedOut(Instant until) {
    super("locked", null, false, false);
    this.until = until;
  }

  Instant until() {
    return until;
  }
}
