package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.CommandKey;
import java.time.Instant;

/// A write that has been asked for and is not known to have happened or not.
///
/// @param loadsWhenSent how many snapshots the board had taken when it was first sent
record PendingWrite(CommandKey key, Write write, Instant at, int loadsWhenSent) {}
