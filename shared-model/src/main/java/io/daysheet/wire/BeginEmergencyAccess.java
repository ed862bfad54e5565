package io.daysheet.wire;

import io.daysheet.rule.EmergencyRules;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// `POST /emergency-access`. Number and date of birth have to be of one record: they name a patient
/// who is there, and find nobody.
///
/// @param mrn the medical record number
/// @param reason why, for those who review it
public record BeginEmergencyAccess(String mrn, LocalDate birthDate, String reason) {

  public BeginEmergencyAccess {
    MissingFields.refuse("mrn", mrn, "birthDate", birthDate, "reason", reason);
  }

  /// What the request breaks of the rules; all at once.
  public List<Violation> violations() {
    return Stream.concat(
            TextRules.check("mrn", mrn, TextRules.SHORT), EmergencyRules.reason(reason))
        .toList();
  }

  /// Nothing of it: it is a patient's.
  @Override
  public String toString() {
    return "BeginEmergencyAccess";
  }
}
