/// Tests of the forms without a screen.
@NullMarked
package io.daysheet.desktop.patients;

import org.jspecify.annotations.NullMarked;
