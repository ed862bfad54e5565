/// Tests of the desk as a whole: its borders.
@NullMarked
package io.daysheet.desktop;

import org.jspecify.annotations.NullMarked;
