/// The visits that can't stay as they are: each is moved to a free time, or cancelled.
@NullMarked
package io.daysheet.desktop.rebooking;

import org.jspecify.annotations.NullMarked;
