/// Asked as an outsider asks.
@NullMarked
package io.daysheet.server.hospital;

import org.jspecify.annotations.NullMarked;
