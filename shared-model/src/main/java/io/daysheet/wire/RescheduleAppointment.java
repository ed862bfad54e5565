package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.RoomId;
import io.daysheet.schedule.HoldId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// `POST /appointments/{id}/reschedule`.
///
/// @param doctorId null: the same doctor
/// @param reason staff give one when they move a visit inside its notice
/// @param roomId null: the same room if it is free, else any
/// @param holdId the own hold of the new slot, which this ends; null: nobody held it
public record RescheduleAppointment(
    OffsetDateTime start,
    @Nullable DoctorId doctorId,
    @Nullable String reason,
    @Nullable RoomId roomId,
    @Nullable HoldId holdId) {

  public RescheduleAppointment {
    MissingFields.refuse("start", start);
  }
}
