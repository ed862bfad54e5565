/// Tests of what a repeated request gets.
@NullMarked
package io.daysheet.server.idempotency;

import org.jspecify.annotations.NullMarked;
