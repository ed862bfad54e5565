package io.daysheet.desktop.board;

import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;

/// A hold as the board shows it.
///
/// @param own kept for a form of this very desk, for which the slot is as good as free
public record BoardHold(Hold hold, boolean own) {

  public HoldId id() {
    return hold.id();
  }
}
