/// A hospital's day as one snapshot, and a patient's visits.
@NullMarked
package io.daysheet.server.schedule;

import org.jspecify.annotations.NullMarked;
