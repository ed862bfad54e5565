package io.daysheet.desktop.day;

import io.daysheet.desktop.form.FormPlace;
import io.daysheet.desktop.fx.Messages;
import java.time.Duration;

/// Says on the board when a place is that could be taken instead, and how it differs from the one
/// that was wanted.
record GhostWording(Messages messages, HospitalClock clock, SlotChoice wanted) {

  String time(FormPlace.Ghost ghost) {
    return clock.time(ghost.slot().start());
  }

  String difference(FormPlace.Ghost ghost) {
    Duration away = Duration.between(wanted.range().start(), ghost.slot().start());
    if (ghost.doctor().equals(wanted.doctor())) {
      return messages.get("ghost.same-doctor");
    }
    if (away.isZero()) {
      return messages.get("ghost.same-time");
    }
    return messages.get(away.isNegative() ? "ghost.earlier" : "ghost.later", length(away.abs()));
  }

  private String length(Duration length) {
    String minutes = messages.get("ghost.minutes", Integer.toString(length.toMinutesPart()));
    if (length.toHours() == 0) {
      return minutes;
    }
    String hours = messages.get("ghost.hours", Long.toString(length.toHours()));
    return length.toMinutesPart() == 0 ? hours : hours + " " + minutes;
  }
}
