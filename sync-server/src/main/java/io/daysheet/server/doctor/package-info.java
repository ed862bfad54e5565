/// The doctors and where they work. Others ask [Doctors].
@NullMarked
package io.daysheet.server.doctor;

import org.jspecify.annotations.NullMarked;
