/// The schedule itself: availabilities, appointments, a day of them, and the slots that are free.
@NullMarked
package io.daysheet.schedule;

import org.jspecify.annotations.NullMarked;
