/// The capability over HTTP, on a real database.
@NullMarked
package io.daysheet.server.availability;

import org.jspecify.annotations.NullMarked;
