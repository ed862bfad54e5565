/// Emergency access: asking to see a patient who isn't one's own, and the sign that stays while one
/// does.
@NullMarked
package io.daysheet.desktop.emergency;

import org.jspecify.annotations.NullMarked;
