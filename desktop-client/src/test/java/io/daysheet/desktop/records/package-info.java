/// Tests of the screen beside them.
@NullMarked
package io.daysheet.desktop.records;

import org.jspecify.annotations.NullMarked;
