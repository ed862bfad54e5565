package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daysheet.patient.Patient;
import java.util.List;

/// Somebody who is registered already and is likely to be the same person.
///
/// @param because what they have in common, at least one
public record LikelySame(Patient patient, List<Trait> because) {

  public LikelySame {
    because = List.copyOf(because);
  }

  /// What two records can have in common.
  public enum Trait {
    /// The birth date, and every part of the shorter name.
    @JsonProperty("name-and-birth-date")
    NAME_AND_BIRTH_DATE,
    /// The insurer's number for the person.
    @JsonProperty("member-id")
    MEMBER_ID
  }
}
