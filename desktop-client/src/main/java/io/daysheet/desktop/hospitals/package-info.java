/// The hospitals with their hours, closures and booking policies: an administrator's screen.
@NullMarked
package io.daysheet.desktop.hospitals;

import org.jspecify.annotations.NullMarked;
