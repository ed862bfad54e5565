package io.daysheet.server.booking;

import io.daysheet.identity.AccountId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.HoldId;
import org.jspecify.annotations.Nullable;

/// What is not in the way of who asks, though it is in the schedule.
///
/// @param visit the one that is to be moved; null for a booking
/// @param hold that the details were typed under; null if there was none
/// @param account whose hold it has to be
record Own(@Nullable AppointmentId visit, @Nullable HoldId hold, AccountId account) {}
