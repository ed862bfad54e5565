package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import java.time.OffsetDateTime;

/// `POST /holds`. It is as long as a visit of the type.
public record PlaceHold(
    HospitalId hospitalId, DoctorId doctorId, OffsetDateTime start, String type) {

  public PlaceHold {
    MissingFields.refuse(
        "hospitalId", hospitalId, "doctorId", doctorId, "start", start, "type", type);
  }
}
