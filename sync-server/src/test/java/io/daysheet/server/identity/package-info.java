/// Who signs in, and who doesn't.
@NullMarked
package io.daysheet.server.identity;

import org.jspecify.annotations.NullMarked;
