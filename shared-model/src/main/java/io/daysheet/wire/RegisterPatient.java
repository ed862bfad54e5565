package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.rule.PatientRules;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `POST /patients`.
///
/// @param mrn null or blank: the server gives the next one
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
    mrn = mrn == null || TextRules.isBlank(mrn) ? null : mrn;
    var needed =
        new ArrayList<@Nullable Object>(
            Arrays.asList(
                "givenName", givenName, "familyName", familyName, "birthDate", birthDate));
    if (insurance != null) {
      needed.addAll(
          Arrays.asList(
              "insurance.plan", insurance.plan(), "insurance.memberId", insurance.memberId()));
    }
    MissingFields.refuse(needed.toArray());
  }

  /// What the request breaks of the rules of a patient's record; all at once.
  ///
  /// @param today the latest date that is today anywhere
  public List<Violation> violations(LocalDate today) {
    return Stream.of(
            PatientRules.names(mrn, givenName, familyName),
            PatientRules.birthDate(birthDate, today),
            PatientRules.phone(phone),
            PatientRules.email(email),
            PatientRules.insurance(insurance),
            PatientRules.preferences(preferences))
        .flatMap(violations -> violations)
        .toList();
  }
}
