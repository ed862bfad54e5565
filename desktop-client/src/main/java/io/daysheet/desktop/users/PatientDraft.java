package io.daysheet.desktop.users;

import io.daysheet.wire.NamedPatient;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A patient as an administrator names them, who sees no record: by what stands on the person's own
/// papers.
///
/// @param born as it is typed, `1987-04-23`
record PatientDraft(String mrn, String born) {

  static final PatientDraft EMPTY = new PatientDraft("", "");

  boolean hasMrn() {
    return !mrn.isBlank();
  }

  Optional<LocalDate> birthDate() {
    try {
      return Optional.of(LocalDate.parse(born.strip()));
    } catch (DateTimeParseException notYet) {
      return Optional.empty();
    }
  }

  NamedPatient named() {
    return new NamedPatient(mrn.strip(), birthDate().orElse(null));
  }

  PatientDraft withMrn(String typed) {
    return new PatientDraft(typed, born);
  }

  PatientDraft withBorn(String typed) {
    return new PatientDraft(mrn, typed);
  }

  /// Nothing of it: it is a patient's.
  @Override
  public String toString() {
    return "PatientDraft";
  }
}
