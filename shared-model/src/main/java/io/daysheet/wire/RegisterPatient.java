package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `POST /patients`.
///
/// @param mrn null: the server gives the next one
public record RegisterPatient(
    @Nullable String mrn,
    String givenName,
    String familyName,
    LocalDate birthDate,
    @Nullable String phone,
    @Nullable String email,
    @Nullable Insurance insurance,
    @Nullable DoctorId primaryDoctorId,
    @Nullable ContactPreferences preferences) {

  public RegisterPatient {
    MissingFields.refuse("givenName", givenName, "familyName", familyName, "birthDate", birthDate);
  }
}
