/// How requests get in: over TLS or on this machine only, with headers that keep browsers careful,
/// and within limits.
///
/// It knows who asks ([io.daysheet.server.access]) only to count; nothing depends on it.
@NullMarked
package io.daysheet.server.transport;

import org.jspecify.annotations.NullMarked;
