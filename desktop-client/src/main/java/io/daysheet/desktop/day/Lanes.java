package io.daysheet.desktop.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Side by side: which part of a column's width a card takes when others stand at the same time.
///
/// Two at one time are rare (a no-show and the visit that took its slot), but none may hide
/// another.
final class Lanes {
  private Lanes() {}

  /// @param index from the left, counted from 0
  /// @param count how many share the width
  record Lane(int index, int count) {
    static final Lane WHOLE = new Lane(0, 1);
  }

  /// A lane for each block; those that overlap nothing have the whole width.
  static Map<UUID, Lane> of(Iterable<? extends Block> blocks) {
    List<Block> sorted = new ArrayList<>();
    blocks.forEach(sorted::add);
    sorted.sort(
        Comparator.comparing((Block block) -> block.during().start())
            .thenComparing(block -> block.during().end())
            .thenComparing(Block::id));
    Map<UUID, Lane> lanes = new HashMap<>();
    List<Block> together = new ArrayList<>();
    Instant until = Instant.MIN;
    for (Block block : sorted) {
      if (!together.isEmpty() && !block.during().start().isBefore(until)) {
        share(together, lanes);
        together.clear();
        until = Instant.MIN;
      }
      together.add(block);
      until = block.during().end().isAfter(until) ? block.during().end() : until;
    }
    share(together, lanes);
    return lanes;
  }

  /// Each takes the leftmost lane that is free again at its start.
  private static void share(List<Block> together, Map<UUID, Lane> lanes) {
    List<Instant> ends = new ArrayList<>();
    Map<UUID, Integer> places = new HashMap<>();
    for (Block block : together) {
      int place = 0;
      while (place < ends.size() && ends.get(place).isAfter(block.during().start())) {
        place++;
      }
      if (place == ends.size()) {
        ends.add(block.during().end());
      } else {
        ends.set(place, block.during().end());
      }
      places.put(block.id(), place);
    }
    places.forEach((id, place) -> lanes.put(id, new Lane(place, ends.size())));
  }
}
