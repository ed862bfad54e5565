/// Doctors' absences.
@NullMarked
package io.daysheet.server.timeoff;

import org.jspecify.annotations.NullMarked;
