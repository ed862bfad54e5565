/// Tests of the forms without a screen.
@NullMarked
package io.daysheet.desktop.availability;

import org.jspecify.annotations.NullMarked;
