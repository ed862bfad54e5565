/// How requests get in, tried.
@NullMarked
package io.daysheet.server.transport;

import org.jspecify.annotations.NullMarked;
