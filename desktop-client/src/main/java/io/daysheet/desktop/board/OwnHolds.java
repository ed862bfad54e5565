package io.daysheet.desktop.board;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// Which holds are kept for a form of this desk. A colleague's hold is not, nor is one that the
/// same person placed at another desk.
final class OwnHolds {

  /// A slot that was asked for; its hold may be heard of before the answer comes.
  record Slot(DoctorId doctor, Instant start) {}

  private final String desk;
  private final Set<Slot> asked = new HashSet<>();
  private final Set<HoldId> placed = new HashSet<>();

  OwnHolds(String desk) {
    this.desk = desk;
  }

  void ask(Slot slot) {
    asked.add(slot);
  }

  void forget(Slot slot) {
    asked.remove(slot);
  }

  void place(HoldId id) {
    placed.add(id);
  }

  boolean contains(Hold hold) {
    return placed.contains(hold.id())
        || (desk.equals(hold.holder()) && asked.contains(new Slot(hold.doctorId(), hold.start())));
  }
}
