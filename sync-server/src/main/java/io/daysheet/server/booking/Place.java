package io.daysheet.server.booking;

import io.daysheet.patient.Patient;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.schedule.HoldId;
import org.jspecify.annotations.Nullable;

/// Where a visit that is there is to be: its new time, doctor and room.
///
/// @param hold the own one of that slot; null if there is none
record Place(ProposedBooking proposed, Patient patient, @Nullable HoldId hold) {}
