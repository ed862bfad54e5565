package io.daysheet.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import java.time.Instant;
import java.util.UUID;

/// A slot that is kept for one desk while the details are typed.
///
/// @param until when it expires by itself
/// @param holder who keeps it, as other desks may read it
public record Hold(
    UUID id,
    HospitalId hospitalId,
    DoctorId doctorId,
    Instant start,
    Instant end,
    Instant until,
    String holder) {}
