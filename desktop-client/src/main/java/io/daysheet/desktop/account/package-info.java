/// My account: one's own password, desk PIN and second step. Nothing that is typed or shown here is
/// kept longer than the page is open.
@NullMarked
package io.daysheet.desktop.account;

import org.jspecify.annotations.NullMarked;
