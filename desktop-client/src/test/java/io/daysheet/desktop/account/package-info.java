/// The page of one's own account.
@NullMarked
package io.daysheet.desktop.account;

import org.jspecify.annotations.NullMarked;
