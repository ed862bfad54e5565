/// Visits as files for calendars.
@NullMarked
package io.daysheet.server.calendar;

import org.jspecify.annotations.NullMarked;
