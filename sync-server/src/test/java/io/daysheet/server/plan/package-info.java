/// Weekly plans, and what is published of them.
@NullMarked
package io.daysheet.server.plan;

import org.jspecify.annotations.NullMarked;
