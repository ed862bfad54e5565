/// Asked as an outsider asks.
@NullMarked
package io.daysheet.server.patient;

import org.jspecify.annotations.NullMarked;
