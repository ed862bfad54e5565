package io.daysheet.patient;

import io.daysheet.hospital.DoctorId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A patient's record. It may be merged into another; it is never deleted.
///
/// @param mrn the medical record number, unique
/// @param mergedInto the record that has everything of this one since they were merged; null while
///   this is one of its own
public record Patient(
    PatientId id,
    String mrn,
    String givenName,
    String familyName,
    LocalDate birthDate,
    @Nullable String phone,
    @Nullable String email,
    @Nullable Insurance insurance,
    @Nullable DoctorId primaryDoctorId,
    ContactPreferences preferences,
    boolean active,
    @Nullable PatientId mergedInto,
    int version) {

  public PatientSummary summary() {
    return new PatientSummary(givenName, familyName, birthDate);
  }
}
