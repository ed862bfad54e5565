/// The server's own PostgreSQL: unpacked, initialised, started and stopped by this package, so that
/// an ordinary installation needs no database administrator. With `spring.datasource.url` set,
/// nothing here starts.
@NullMarked
package io.daysheet.server.database;

import org.jspecify.annotations.NullMarked;
