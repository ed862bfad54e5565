@NullMarked
package io.daysheet.server.access;

import org.jspecify.annotations.NullMarked;
