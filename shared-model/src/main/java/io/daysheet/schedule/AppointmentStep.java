package io.daysheet.schedule;

import static io.daysheet.schedule.AppointmentStatus.ARRIVED;
import static io.daysheet.schedule.AppointmentStatus.CANCELLED;
import static io.daysheet.schedule.AppointmentStatus.COMPLETED;
import static io.daysheet.schedule.AppointmentStatus.CONFIRMED;
import static io.daysheet.schedule.AppointmentStatus.NO_SHOW;
import static io.daysheet.schedule.AppointmentStatus.SCHEDULED;

/// What can be done to a visit on its way, each by a verb of the API. Together with booking these
/// are all the arrows that there are; when one may be gone, the rules of transitions say.
public enum AppointmentStep {
  CONFIRM("confirm", CONFIRMED),
  /// From NO_SHOW it is a late arrival, on the same day only.
  CHECK_IN("check-in", ARRIVED),
  UNDO_CHECK_IN("undo-check-in", SCHEDULED),
  COMPLETE("complete", COMPLETED),
  CANCEL("cancel", CANCELLED),
  /// Once the start has passed.
  MARK_NO_SHOW("no-show", NO_SHOW);

  private final String verb;
  private final AppointmentStatus to;

  AppointmentStep(String verb, AppointmentStatus to) {
    this.verb = verb;
    this.to = to;
  }

  /// The last part of the endpoint's path.
  public String verb() {
    return verb;
  }

  public AppointmentStatus to() {
    return to;
  }

  public boolean leadsFrom(AppointmentStatus status) {
    return switch (this) {
      case CONFIRM -> status == SCHEDULED;
      case CHECK_IN -> status == SCHEDULED || status == CONFIRMED || status == NO_SHOW;
      case UNDO_CHECK_IN, COMPLETE -> status == ARRIVED;
      case CANCEL, MARK_NO_SHOW -> status == SCHEDULED || status == CONFIRMED;
    };
  }
}
