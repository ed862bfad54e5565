/// The change stream, tried.
@NullMarked
package io.daysheet.server.stream;

import org.jspecify.annotations.NullMarked;
