/// Tests of the screen beside them.
@NullMarked
package io.daysheet.desktop.rebooking;

import org.jspecify.annotations.NullMarked;
