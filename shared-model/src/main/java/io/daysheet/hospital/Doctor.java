package io.daysheet.hospital;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who sees patients, at one hospital or at several.
///
/// @param languages ISO 639-1 codes
/// @param npi the ten-digit National Provider Identifier
/// @param insurancePlans the plans accepted; empty means any
public record Doctor(
    DoctorId id,
    String name,
    List<String> specialties,
    List<String> languages,
    @Nullable String npi,
    boolean acceptsNewPatients,
    List<String> insurancePlans,
    List<HospitalId> hospitals,
    boolean active,
    int version) {

  public Doctor {
    specialties = List.copyOf(specialties);
    languages = List.copyOf(languages);
    insurancePlans = List.copyOf(insurancePlans);
    hospitals = List.copyOf(hospitals);
  }

  public boolean worksAt(HospitalId hospital) {
    return hospitals.contains(hospital);
  }
}
