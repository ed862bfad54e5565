/// Availabilities at the desk: opening a range of a doctor's day for booking, and closing it.
@NullMarked
package io.daysheet.desktop.availability;

import org.jspecify.annotations.NullMarked;
