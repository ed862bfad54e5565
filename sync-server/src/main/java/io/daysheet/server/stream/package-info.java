/// The change stream: what is committed reaches every desk, in order and without gaps.
@NullMarked
package io.daysheet.server.stream;

import org.jspecify.annotations.NullMarked;
