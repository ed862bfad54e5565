package io.daysheet.desktop.booking;

import io.daysheet.schedule.AppointmentStep;

/// One thing that can be done to a visit.
///
/// @param label what its button says
/// @param whyNot why it can't be done now; empty if it can
public record VisitChoice(What what, String label, String whyNot) {

  /// What is done.
  public sealed interface What {

    record Step(AppointmentStep step) implements What {}

    /// It is taken up, and let go of somewhere else on the board.
    record Move() implements What {}
  }

  public boolean isAllowed() {
    return whyNot.isEmpty();
  }
}
