package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.SlotKeeper.State;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.rule.Violation;
import io.daysheet.time.TimeRange;
import java.util.List;

/// What the booking form says of itself.
record BookingWording(Messages messages, WallTimes times) {

  String subtitle(BookingSlot slot, TimeRange range) {
    String time = times.range(range);
    return slot.otherDay() == null
        ? messages.get("subtitle", time, slot.doctor().name())
        : messages.get(
            "subtitle.day", WallTimes.day(times.date(slot.start())), time, slot.doctor().name());
  }

  String whileSaving(boolean again) {
    return messages.get(again ? "asking.again" : "saving");
  }

  String toSolve(List<Violation> violations) {
    return messages.get(violations.size() == 1 ? "why.one" : "why.many");
  }

  /// That the slot is not kept, which hinders nobody; empty if it is, or if nobody knows yet.
  String note(State kept) {
    return kept instanceof State.NotKept(var refusal)
        ? messages.get(refusal.code().equals("hold-expired") ? "note.expired" : "note.not-kept")
        : "";
  }
}
