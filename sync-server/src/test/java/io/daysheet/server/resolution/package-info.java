/// Doctors' time that is changed or taken back.
@NullMarked
package io.daysheet.server.resolution;

import org.jspecify.annotations.NullMarked;
