/// Booking a patient into a doctor's time, and cancelling it: the rules explain, the database
/// decides.
@NullMarked
package io.daysheet.server.booking;

import org.jspecify.annotations.NullMarked;
