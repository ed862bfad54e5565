/// Opening a doctor's time at a hospital, and closing it again while nobody is booked inside.
@NullMarked
package io.daysheet.server.availability;

import org.jspecify.annotations.NullMarked;
