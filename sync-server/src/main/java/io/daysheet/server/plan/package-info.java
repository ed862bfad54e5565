/// Doctors' recurring weeks: kept by those who arrange time, and published as availabilities.
@NullMarked
package io.daysheet.server.plan;

import org.jspecify.annotations.NullMarked;
