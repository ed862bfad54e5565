package io.daysheet.schedule;

import io.daysheet.hospital.DoctorId;
import java.time.Instant;

/// Where a visit could go: a start that is free as far as the schedule tells.
public record Alternative(DoctorId doctorId, Instant start) {}
