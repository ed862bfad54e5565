package io.daysheet.server.access;

import io.daysheet.patient.PatientId;

/// A patient whom a caller sees for a while although they aren't theirs, and why: the reason goes
/// into the entry of whatever they read of that patient.
public record Emergency(PatientId patient, String reason) {}
