/// What a calendar makes of the files.
@NullMarked
package io.daysheet.server.calendar;

import org.jspecify.annotations.NullMarked;
