/// The first answer to each `Idempotency-Key`: a request that is repeated gets it again.
@NullMarked
package io.daysheet.server.idempotency;

import org.jspecify.annotations.NullMarked;
