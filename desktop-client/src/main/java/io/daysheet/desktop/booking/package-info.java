/// Booking at the desk: the form at a free slot, what else is free when it is taken, and a booked
/// visit's panel with its cancellation.
@NullMarked
package io.daysheet.desktop.booking;

import org.jspecify.annotations.NullMarked;
