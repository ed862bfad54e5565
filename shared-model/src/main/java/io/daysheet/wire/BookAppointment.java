package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// `POST /appointments`. The end follows from the type; one that is stated all the same is checked.
public record BookAppointment(
    HospitalId hospitalId,
    DoctorId doctorId,
    PatientId patientId,
    OffsetDateTime start,
    @Nullable OffsetDateTime end,
    String type,
    @Nullable String reason,
    @Nullable String notes) {

  public BookAppointment {
    MissingFields.refuse(
        "hospitalId", hospitalId,
        "doctorId", doctorId,
        "patientId", patientId,
        "start", start,
        "type", type);
  }
}
