/// Tests of what every screen shares, and the program that draws the application's icon.
@NullMarked
package io.daysheet.desktop.fx;

import org.jspecify.annotations.NullMarked;
