/// A doctor's weeks: what is planned and published again and again, single dates that are
/// otherwise, and time off.
@NullMarked
package io.daysheet.desktop.plans;

import org.jspecify.annotations.NullMarked;
