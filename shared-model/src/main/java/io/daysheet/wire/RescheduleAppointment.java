package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.RoomId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// `POST /appointments/{id}/reschedule`.
///
/// @param doctorId null: the same doctor
/// @param reason staff give one when they move a visit inside its notice
/// @param roomId null: the same room if it is free, else any
public record RescheduleAppointment(
    OffsetDateTime start,
    @Nullable DoctorId doctorId,
    @Nullable String reason,
    @Nullable RoomId roomId) {

  public RescheduleAppointment {
    MissingFields.refuse("start", start);
  }
}
