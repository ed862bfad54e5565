/// Which programs sign in for themselves, as whom and for what: the administrator's screen.
@NullMarked
package io.daysheet.desktop.programs;

import org.jspecify.annotations.NullMarked;
