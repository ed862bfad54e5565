package io.daysheet.server.identity;

import java.time.Instant;

/// How often one login, address or second factor has failed lately.
///
/// @param since the failures up to here are counted, and forgiven one by one from here on
/// @param lockedUntil until then no try is looked at
record Tally(int failures, Instant since, Instant lockedUntil) {

  boolean isLocked(Instant now) {
    return now.isBefore(lockedUntil);
  }
}
