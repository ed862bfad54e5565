/// Asked as an outsider asks.
@NullMarked
package io.daysheet.server.slots;

import org.jspecify.annotations.NullMarked;
