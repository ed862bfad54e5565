/// Who sits at the desk: signing in through the browser, the lock screen and its PIN, and the menu
/// of whoever is signed in.
@NullMarked
package io.daysheet.desktop.signin;

import org.jspecify.annotations.NullMarked;
