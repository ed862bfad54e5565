/// The demo: a real server and real desks, started by one command and gone when it ends.
@NullMarked
package io.daysheet.desktop.demo;

import org.jspecify.annotations.NullMarked;
