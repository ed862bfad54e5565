package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import java.time.OffsetDateTime;

/// `POST /availabilities`.
public record CreateAvailability(
    HospitalId hospitalId, DoctorId doctorId, OffsetDateTime start, OffsetDateTime end) {

  public CreateAvailability {
    MissingFields.refuse(
        "hospitalId", hospitalId, "doctorId", doctorId, "start", start, "end", end);
  }
}
