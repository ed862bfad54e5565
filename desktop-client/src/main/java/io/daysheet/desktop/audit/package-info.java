/// Who did what, and whose data it was about: the auditor's screen.
@NullMarked
package io.daysheet.desktop.audit;

import org.jspecify.annotations.NullMarked;
