/// Emergency access at the desk.
@NullMarked
package io.daysheet.desktop.emergency;

import org.jspecify.annotations.NullMarked;
