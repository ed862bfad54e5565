/// Emergency access: a doctor sees for a few hours a patient who isn't theirs, and says why. What
/// it lets them see is decided where everything is, in [io.daysheet.server.access.Sight].
@NullMarked
package io.daysheet.server.emergency;

import org.jspecify.annotations.NullMarked;
