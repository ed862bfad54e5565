/// How records are written, and what becomes of visits then.
@NullMarked
package io.daysheet.server.records;

import org.jspecify.annotations.NullMarked;
