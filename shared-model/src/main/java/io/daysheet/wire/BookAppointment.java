package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.HoldId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// `POST /appointments`. The end follows from the type; one that is stated all the same is checked.
///
/// @param roomId null: any free room, if the type needs one
/// @param holdId the own hold of that slot, which this ends; null: nobody held it
public record BookAppointment(
    HospitalId hospitalId,
    DoctorId doctorId,
    PatientId patientId,
    OffsetDateTime start,
    @Nullable OffsetDateTime end,
    String type,
    @Nullable String reason,
    @Nullable String notes,
    @Nullable RoomId roomId,
    @Nullable HoldId holdId) {

  public BookAppointment {
    MissingFields.refuse(
        "hospitalId", hospitalId,
        "doctorId", doctorId,
        "patientId", patientId,
        "start", start,
        "type", type);
  }
}
