package io.daysheet.patient;

import java.time.LocalDate;

/// As much of a patient as a card on the board shows.
public record PatientSummary(String givenName, String familyName, LocalDate birthDate) {

  /// "Kowalska, Zofia": the family name first, since a narrow card cuts the end.
  public String sortName() {
    return givenName.isBlank() ? familyName : familyName + ", " + givenName;
  }
}
