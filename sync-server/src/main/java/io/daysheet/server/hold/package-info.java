/// Slots that are kept for a form while it is filled in. A hold is a visit without a patient: the
/// database keeps both apart by the same constraint, and booking ends it.
@NullMarked
package io.daysheet.server.hold;

import org.jspecify.annotations.NullMarked;
