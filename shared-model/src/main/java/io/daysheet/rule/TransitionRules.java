package io.daysheet.rule;

import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation.CancellationTooLate;
import io.daysheet.rule.Violation.IllegalTransition;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStep;
import java.time.Instant;
import java.util.stream.Stream;

/// When a visit may go on to its next status, and when it may be moved. Each method is one rule.
public final class TransitionRules {

  private TransitionRules() {}

  /// Refuses every arrow that is not drawn, and those that are drawn when their time has not come
  /// or has passed.
  public static Stream<Violation> step(
      Appointment visit, AppointmentStep step, Hospital hospital, Instant now) {
    return step.leadsFrom(visit.status()) && isItsTime(visit, step, hospital, now)
        ? Stream.empty()
        : Stream.of(new IllegalTransition(visit.status(), step.to(), visit.start()));
  }

  private static boolean isItsTime(
      Appointment visit, AppointmentStep step, Hospital hospital, Instant now) {
    boolean begun = !visit.start().isAfter(now);
    return switch (step) {
      case CONFIRM, CANCEL -> !begun;
      case MARK_NO_SHOW -> begun;
      case CHECK_IN ->
          AppointmentStep.MARK_NO_SHOW.to() != visit.status()
              || hospital.dateAt(visit.start()).equals(hospital.dateAt(now));
      case UNDO_CHECK_IN, COMPLETE -> true;
    };
  }

  /// A visit that has begun, or whose way has ended, stays where it is.
  public static Stream<Violation> movable(Appointment visit, Instant now) {
    return visit.status().isCancellable() && visit.start().isAfter(now)
        ? Stream.empty()
        : Stream.of(new IllegalTransition(visit.status(), visit.status(), visit.start()));
  }

  /// The notice is elapsed time; exactly that long before is early enough. Of a visit that has
  /// begun the other rules tell.
  public static Stream<Violation> notice(Appointment visit, Hospital hospital, Instant now) {
    Instant latest = visit.start().minus(hospital.policy().cancellationNotice());
    return now.isAfter(latest) && visit.start().isAfter(now)
        ? Stream.of(new CancellationTooLate(visit.start(), latest))
        : Stream.empty();
  }
}
