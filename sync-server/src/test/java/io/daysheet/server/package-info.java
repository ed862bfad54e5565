/// What the server's tests share: a database of their own, and server processes that never outlive
/// the test.
@NullMarked
package io.daysheet.server;

import org.jspecify.annotations.NullMarked;
