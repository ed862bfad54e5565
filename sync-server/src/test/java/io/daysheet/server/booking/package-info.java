/// The capability over HTTP, on a real database.
@NullMarked
package io.daysheet.server.booking;

import org.jspecify.annotations.NullMarked;
