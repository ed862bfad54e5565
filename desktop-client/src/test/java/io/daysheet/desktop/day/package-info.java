/// Tests of the day board, with and without a screen.
@NullMarked
package io.daysheet.desktop.day;

import org.jspecify.annotations.NullMarked;
