/// Doctors' time that is changed or taken back, with what becomes of the visits inside.
@NullMarked
package io.daysheet.server.resolution;

import org.jspecify.annotations.NullMarked;
