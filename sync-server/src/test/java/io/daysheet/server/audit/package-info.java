@NullMarked
package io.daysheet.server.audit;

import org.jspecify.annotations.NullMarked;
