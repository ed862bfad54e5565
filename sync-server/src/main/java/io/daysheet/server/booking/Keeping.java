package io.daysheet.server.booking;

import io.daysheet.identity.AccountId;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.schedule.Hold;
import io.daysheet.time.TimeRange;

/// A hold that is not over.
///
/// @param occupied with the buffer of the type that it was made for
/// @param account who keeps it
record Keeping(Hold hold, TimeRange occupied, AccountId account) {

  /// Whether it is the hold that these details were typed under.
  boolean isFor(ProposedBooking wish, Own own) {
    return hold.id().equals(own.hold())
        && account.equals(own.account())
        && hold.hospitalId().equals(wish.hospital().id())
        && hold.during().overlaps(wish.during());
  }
}
