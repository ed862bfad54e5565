/// Who signs in, and what they may do: the administrator's screen.
@NullMarked
package io.daysheet.desktop.users;

import org.jspecify.annotations.NullMarked;
