package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.rule.TextRules;
import io.daysheet.schedule.AppointmentId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What becomes of a visit whose availability goes or shrinks.
///
/// @param start where it goes; only of one that is moved
/// @param doctorId to whom it goes; null: it stays with its doctor
/// @param reason why; staff give one when they move a visit inside its notice
public record Resolution(
    AppointmentId appointmentId,
    Action action,
    @Nullable OffsetDateTime start,
    @Nullable DoctorId doctorId,
    @Nullable String reason) {

  public Resolution {
    MissingFields.refuse("appointmentId", appointmentId, "action", action);
    if (action == Action.MOVE) {
      MissingFields.refuse("start", start);
    }
    reason = reason == null || TextRules.isBlank(reason) ? null : reason;
  }

  /// What is done with it.
  public enum Action {
    MOVE,
    CANCEL
  }
}
