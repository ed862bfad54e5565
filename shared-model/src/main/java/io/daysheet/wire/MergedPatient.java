package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daysheet.patient.Patient;
import java.util.List;

/// The record that stays after a merge, and what came of it.
///
/// @param carriedVisits how many visits it got, past ones and cancelled ones too
/// @param overlaps visits of it that overlap since
public record MergedPatient(
    @JsonUnwrapped Patient patient, int carriedVisits, List<OverlappingVisits> overlaps) {

  public MergedPatient {
    overlaps = List.copyOf(overlaps);
  }
}
