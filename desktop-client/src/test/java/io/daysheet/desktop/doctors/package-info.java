/// Tests of the screen beside them.
@NullMarked
package io.daysheet.desktop.doctors;

import org.jspecify.annotations.NullMarked;
