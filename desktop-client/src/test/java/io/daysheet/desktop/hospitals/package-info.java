/// Tests of the screen beside them.
@NullMarked
package io.daysheet.desktop.hospitals;

import org.jspecify.annotations.NullMarked;
