/// The administrator's accounts, without a screen and on one.
@NullMarked
package io.daysheet.desktop.users;

import org.jspecify.annotations.NullMarked;
