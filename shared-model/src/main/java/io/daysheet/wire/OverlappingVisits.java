package io.daysheet.wire;

import io.daysheet.rule.Blocker;

/// Two visits of one patient at the same time.
///
/// @param first the one that starts earlier; of a hospital that isn't theirs to see, callers are
///   told the time and not which visit it is
public record OverlappingVisits(Blocker first, Blocker second) {}
