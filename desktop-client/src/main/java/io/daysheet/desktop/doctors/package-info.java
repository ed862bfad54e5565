/// The doctors, what they do and where: an administrator's screen.
@NullMarked
package io.daysheet.desktop.doctors;

import org.jspecify.annotations.NullMarked;
