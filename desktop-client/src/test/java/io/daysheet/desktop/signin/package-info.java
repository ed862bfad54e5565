/// Tests of who sits at the desk.
@NullMarked
package io.daysheet.desktop.signin;

import org.jspecify.annotations.NullMarked;
