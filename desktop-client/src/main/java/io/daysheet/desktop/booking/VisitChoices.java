package io.daysheet.desktop.booking;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.TransitionRules;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What can be done to a visit at a moment, by the shared rules; what can't says why.
record VisitChoices(Messages messages, Hospital hospital) {

  /// Cancelling is not among them: it has a field and a button of its own.
  private static final List<AppointmentStep> STEPS =
      List.of(
          AppointmentStep.CHECK_IN,
          AppointmentStep.COMPLETE,
          AppointmentStep.CONFIRM,
          AppointmentStep.UNDO_CHECK_IN,
          AppointmentStep.MARK_NO_SHOW);

  /// All of them, in the order in which they are shown.
  ///
  /// @param hindrance why nothing can be done at all; empty if something can
  List<VisitChoice> of(Appointment visit, Instant now, String hindrance) {
    return Stream.concat(
            STEPS.stream().map(step -> step(visit, step, now, hindrance)),
            Stream.of(move(visit, now, hindrance)))
        .toList();
  }

  private VisitChoice step(Appointment visit, AppointmentStep step, Instant now, String hindrance) {
    boolean allowed = TransitionRules.step(visit, step, hospital, now).findAny().isEmpty();
    return choice(new VisitChoice.What.Step(step), step.verb(), allowed, hindrance);
  }

  private VisitChoice move(Appointment visit, Instant now, String hindrance) {
    boolean allowed = TransitionRules.movable(visit, now).findAny().isEmpty();
    return choice(new VisitChoice.What.Move(), "move", allowed, hindrance);
  }

  private VisitChoice choice(VisitChoice.What what, String key, boolean allowed, String hindrance) {
    String why = allowed ? hindrance : messages.get("not." + key);
    return new VisitChoice(what, messages.get("do." + key), why);
  }

  /// Why some of them are not to be had, in one line.
  String summary(Appointment visit, Instant now) {
    boolean begun = !visit.start().isAfter(now);
    return switch (visit.status()) {
      case SCHEDULED, CONFIRMED -> messages.get(begun ? "state.begun" : "state.ahead");
      case ARRIVED -> messages.get("state.arrived");
      case COMPLETED -> messages.get("state.completed");
      case CANCELLED -> messages.get("state.cancelled");
      case NO_SHOW -> messages.get(canStillArrive(visit, now) ? "state.late" : "state.no-show");
    };
  }

  private boolean canStillArrive(Appointment visit, Instant now) {
    return visit.status() == AppointmentStatus.NO_SHOW
        && TransitionRules.step(visit, AppointmentStep.CHECK_IN, hospital, now).findAny().isEmpty();
  }
}
