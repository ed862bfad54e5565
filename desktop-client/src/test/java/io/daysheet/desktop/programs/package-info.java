/// The administrator's programs, without a screen, on one, and at the real server.
@NullMarked
package io.daysheet.desktop.programs;

import org.jspecify.annotations.NullMarked;
