package io.daysheet.desktop.remote;

import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import java.util.List;
import java.util.function.Consumer;

/// Knows who is registered already and likely to be the same person.
@FunctionalInterface
public interface DuplicateSearch {
  Request duplicates(FindDuplicates question, Consumer<Outcome<List<LikelySame>>> then);
}
