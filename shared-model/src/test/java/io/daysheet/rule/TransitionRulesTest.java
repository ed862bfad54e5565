package io.daysheet.rule;

import static io.daysheet.rule.Clinic.DOCTOR;
import static io.daysheet.rule.Clinic.HOSPITAL;
import static io.daysheet.rule.Clinic.PATIENT;
import static io.daysheet.rule.Clinic.at;
import static io.daysheet.rule.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionRulesTest {

  private static final String START = "2026-03-19T10:00";

  /// Every step from every status: drawn by hand after the domain's picture. The visit is at 10:00.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SCHEDULED, 2026-03-19T09:59, CONFIRM CHECK_IN CANCEL
          SCHEDULED, 2026-03-19T10:00, CHECK_IN MARK_NO_SHOW
          CONFIRMED, 2026-03-19T09:59, CHECK_IN CANCEL
          CONFIRMED, 2026-03-19T10:00, CHECK_IN MARK_NO_SHOW
          ARRIVED,   2026-03-19T09:59, UNDO_CHECK_IN COMPLETE
          ARRIVED,   2026-03-19T10:00, UNDO_CHECK_IN COMPLETE
          COMPLETED, 2026-03-19T09:59, ''
          COMPLETED, 2026-03-19T11:00, ''
          CANCELLED, 2026-03-19T09:59, ''
          CANCELLED, 2026-03-19T10:00, ''
          NO_SHOW,   2026-03-19T10:00, CHECK_IN
          NO_SHOW,   2026-03-19T23:59, CHECK_IN
          NO_SHOW,   2026-03-20T00:00, ''
          """)
  void aVisitGoesOnlyWhereAnArrowIsDrawn(AppointmentStatus from, String now, String allowed) {
    assertThat(
            Arrays.stream(AppointmentStep.values())
                .filter(step ->
                    TransitionRules.step(a(from), step, HOSPITAL, at(now)).findAny().isEmpty())
                .map(Enum::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(allowed);
  }

  @Test
  void aRefusedStepNamesBothEnds() {
    assertThat(
            TransitionRules.step(
                a(AppointmentStatus.COMPLETED), AppointmentStep.CANCEL, HOSPITAL, Clinic.NOW))
        .containsExactly(
            new Violation.IllegalTransition(
                AppointmentStatus.COMPLETED, AppointmentStatus.CANCELLED, at(START)));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SCHEDULED, 2026-03-19T09:59, true
          CONFIRMED, 2026-03-19T09:59, true
          SCHEDULED, 2026-03-19T10:00, false
          ARRIVED,   2026-03-19T09:59, false
          COMPLETED, 2026-03-19T09:59, false
          CANCELLED, 2026-03-19T09:59, false
          NO_SHOW,   2026-03-19T10:01, false
          """)
  void onlyAVisitThatHasNotBegunIsMoved(AppointmentStatus status, String now, boolean movable) {
    assertThat(TransitionRules.movable(a(status), at(now)).findAny().isEmpty()).isEqualTo(movable);
  }

  /// Exactly 24 hours before is early enough; what counts is elapsed time, also in the night in
  /// which the clock goes forward: 12:00 is 23 hours after 12:00 of the day before.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-19T10:00, 2026-03-18T09:59:59, false
          2026-03-19T10:00, 2026-03-18T10:00:00, false
          2026-03-19T10:00, 2026-03-18T10:00:01, true
          2026-03-19T10:00, 2026-03-19T09:59:59, true
          2026-03-19T10:00, 2026-03-19T10:00:00, false
          2026-03-29T12:00, 2026-03-28T11:00:00, false
          2026-03-29T12:00, 2026-03-28T11:00:01, true
          """)
  void theNoticeIsElapsedTime(String start, String now, boolean tooLate) {
    Appointment visit = visit(DOCTOR.id(), PATIENT, start, 60);
    Instant latest = at(start).minusSeconds(24 * 60 * 60);

    assertThat(TransitionRules.notice(visit, HOSPITAL, at(now)).toList())
        .isEqualTo(
            tooLate ? List.of(new Violation.CancellationTooLate(at(start), latest)) : List.of());
  }

  private static Appointment a(AppointmentStatus status) {
    return visit(DOCTOR.id(), PATIENT, START, 60, status);
  }
}
