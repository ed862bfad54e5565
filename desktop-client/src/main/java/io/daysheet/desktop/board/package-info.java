/// The desk's replica of the server's schedule: plain Java, without a toolkit.
///
/// Everything here is single-threaded by contract: all calls come on one executor (the FX thread in
/// the desk, the test's own in a test), and the package starts no thread.
@NullMarked
package io.daysheet.desktop.board;

import org.jspecify.annotations.NullMarked;
