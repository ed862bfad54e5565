/// Who asks, and how far their rights reach: what every endpoint and frame is checked against.
@NullMarked
package io.daysheet.server.access;

import org.jspecify.annotations.NullMarked;
