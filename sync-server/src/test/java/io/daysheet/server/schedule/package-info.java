/// Asked as an outsider asks.
@NullMarked
package io.daysheet.server.schedule;

import org.jspecify.annotations.NullMarked;
