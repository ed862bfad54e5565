/// The server that holds the one truth about every hospital's schedule: how it starts and stops.
@NullMarked
package io.daysheet.server;

import org.jspecify.annotations.NullMarked;
