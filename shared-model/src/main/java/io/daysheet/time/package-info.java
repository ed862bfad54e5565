/// Wall clocks and instants: ranges, opening hours, and the grid that starts are on.
@NullMarked
package io.daysheet.time;

import org.jspecify.annotations.NullMarked;
