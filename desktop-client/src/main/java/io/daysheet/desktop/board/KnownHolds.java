package io.daysheet.desktop.board;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.time.TimeRange;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The holds of one replica. One that has ended never comes back under its id; of two states of one
/// the later end wins, since a hold is only ever made longer.
final class KnownHolds {

  private final Map<HoldId, Hold> there = new LinkedHashMap<>();
  private final Set<HoldId> ended = new HashSet<>();

  Collection<Hold> all() {
    return there.values();
  }

  void put(Hold hold) {
    Hold known = there.get(hold.id());
    if (!ended.contains(hold.id()) && (known == null || known.until().isBefore(hold.until()))) {
      there.put(hold.id(), hold);
    }
  }

  void end(HoldId id) {
    ended.add(id);
    there.remove(id);
  }

  /// Who books a time ends the holds of it, and nobody is told of them.
  void booked(DoctorId doctor, TimeRange occupied) {
    List.copyOf(there.values()).stream()
        .filter(hold -> hold.doctorId().equals(doctor) && hold.during().overlaps(occupied))
        .forEach(hold -> end(hold.id()));
  }
}
