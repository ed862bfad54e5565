/// Tests of the screen beside them.
@NullMarked
package io.daysheet.desktop.plans;

import org.jspecify.annotations.NullMarked;
