/// Emergency access, over HTTP.
@NullMarked
package io.daysheet.server.emergency;

import org.jspecify.annotations.NullMarked;
