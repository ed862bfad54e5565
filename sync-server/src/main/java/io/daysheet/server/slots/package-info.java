/// Free times: at which starts a doctor can be booked, computed from what is in the schedule.
@NullMarked
package io.daysheet.server.slots;

import org.jspecify.annotations.NullMarked;
