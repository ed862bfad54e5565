/// Doctors' absences: entered by themselves or by who arranges their time. They delete nothing.
@NullMarked
package io.daysheet.server.timeoff;

import org.jspecify.annotations.NullMarked;
