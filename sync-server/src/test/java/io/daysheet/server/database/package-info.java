/// The embedded PostgreSQL under bad treatment, and what the schema refuses.
@NullMarked
package io.daysheet.server.database;

import org.jspecify.annotations.NullMarked;
