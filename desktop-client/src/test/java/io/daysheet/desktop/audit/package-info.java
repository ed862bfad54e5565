/// The auditor's trail, without a screen and on one.
@NullMarked
package io.daysheet.desktop.audit;

import org.jspecify.annotations.NullMarked;
