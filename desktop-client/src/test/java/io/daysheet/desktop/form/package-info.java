/// Tests of the forms without a screen.
@NullMarked
package io.daysheet.desktop.form;

import org.jspecify.annotations.NullMarked;
