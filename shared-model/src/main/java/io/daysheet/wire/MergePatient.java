package io.daysheet.wire;

import io.daysheet.patient.PatientId;

/// `POST /patients/{id}/merge`.
///
/// @param into the record that stays
public record MergePatient(PatientId into) {

  public MergePatient {
    MissingFields.refuse("into", into);
  }
}
