/// Tests of the forms without a screen.
@NullMarked
package io.daysheet.desktop.booking;

import org.jspecify.annotations.NullMarked;
