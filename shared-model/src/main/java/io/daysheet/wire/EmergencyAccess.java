package io.daysheet.wire;

import io.daysheet.identity.EmergencyAccessId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import java.time.Instant;

/// That a doctor sees a patient who isn't theirs, from when to when. The reason is in the audit
/// trail, for those who review it.
///
/// @param until does not belong to it
public record EmergencyAccess(
    EmergencyAccessId id,
    PatientId patientId,
    PatientSummary patient,
    Instant from,
    Instant until) {}
