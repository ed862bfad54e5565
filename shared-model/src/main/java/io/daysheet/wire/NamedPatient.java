package io.daysheet.wire;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A patient as somebody names them who may not look records up. Both have to be of one record: a
/// slip in a number would be another person's.
///
/// @param mrn the medical record number
public record NamedPatient(@Nullable String mrn, @Nullable LocalDate birthDate) {

  /// Nothing of it: it is a patient's.
  @Override
  public String toString() {
    return "NamedPatient";
  }
}
