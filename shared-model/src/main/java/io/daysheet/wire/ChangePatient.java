package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `PUT /patients/{id}`: the record as it shall be.
///
/// @param id, version and mergedInto may be sent back as they were read; then they are those of the
///   address, of `If-Match`, and null
/// @param mrn null or blank: as it is
/// @param active false: nothing new is booked; null: as it is
public record ChangePatient(
    @Nullable PatientId id,
    @Nullable String mrn,
    String givenName,
    String familyName,
    LocalDate birthDate,
    @Nullable String phone,
    @Nullable String email,
    @Nullable Insurance insurance,
    @Nullable DoctorId primaryDoctorId,
    @Nullable ContactPreferences preferences,
    @Nullable Boolean active,
    @Nullable PatientId mergedInto,
    @Nullable Integer version) {

  public ChangePatient {
    mrn = mrn == null || TextRules.isBlank(mrn) ? null : mrn;
    var needed =
        new Needed()
            .field("givenName", givenName)
            .field("familyName", familyName)
            .field("birthDate", birthDate);
    if (insurance != null) {
      needed
          .field("insurance.plan", insurance.plan())
          .field("insurance.memberId", insurance.memberId());
    }
    needed.check();
  }

  /// What the request breaks of the rules of a patient's record; all at once.
  ///
  /// @param today the latest date that is today anywhere
  public List<Violation> violations(LocalDate today) {
    return new RegisterPatient(
            mrn,
            givenName,
            familyName,
            birthDate,
            phone,
            email,
            insurance,
            primaryDoctorId,
            preferences)
        .violations(today);
  }

  /// The record after it.
  public Patient after(Patient before) {
    return new Patient(
        before.id(),
        Objects.requireNonNullElse(mrn, before.mrn()),
        givenName,
        familyName,
        birthDate,
        phone,
        email,
        insurance,
        primaryDoctorId,
        Objects.requireNonNullElse(preferences, ContactPreferences.NONE),
        Objects.requireNonNullElse(active, before.active()),
        before.mergedInto(),
        before.version() + 1);
  }
}
