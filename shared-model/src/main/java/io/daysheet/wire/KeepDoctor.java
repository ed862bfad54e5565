package io.daysheet.wire;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.DoctorRules;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `POST /doctors`, and `PUT /doctors/{id}` with all of it as it shall be.
///
/// @param id and version may be sent back as they were read; then they are those of the address and
///   of `If-Match`
/// @param acceptsNewPatients null: true
/// @param insurancePlans the plans that are accepted; null or empty: any
/// @param active false: no new visits; null: true for a new one, else as it is
public record KeepDoctor(
    @Nullable DoctorId id,
    String name,
    @Nullable List<String> specialties,
    @Nullable List<String> languages,
    @Nullable String npi,
    @Nullable Boolean acceptsNewPatients,
    @Nullable List<String> insurancePlans,
    @Nullable List<HospitalId> hospitals,
    @Nullable Boolean active,
    @Nullable Integer version) {

  public KeepDoctor {
    MissingFields.refuse("name", name);
    specialties = eachOnce(specialties);
    languages = eachOnce(languages);
    npi = npi == null || TextRules.isBlank(npi) ? null : npi;
    insurancePlans = eachOnce(insurancePlans);
    hospitals = eachOnce(hospitals);
  }

  private static <T> List<T> eachOnce(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().distinct().toList();
  }

  /// What the request breaks of the rules of doctors; all at once.
  public List<Violation> violations() {
    return Stream.of(
            DoctorRules.name(name),
            DoctorRules.specialties(given(specialties)),
            DoctorRules.languages(given(languages)),
            DoctorRules.npi(npi),
            DoctorRules.insurancePlans(given(insurancePlans)))
        .flatMap(violations -> violations)
        .toList();
  }

  /// To be asked when the rules have nothing against it.
  public Doctor doctor(DoctorId as, boolean inService, int newVersion) {
    return new Doctor(
        as,
        name,
        given(specialties),
        given(languages),
        npi,
        !Boolean.FALSE.equals(acceptsNewPatients),
        given(insurancePlans),
        given(hospitals),
        Objects.requireNonNullElse(active, inService),
        newVersion);
  }

  private static <T> List<T> given(@Nullable List<T> list) {
    return Objects.requireNonNull(list);
  }
}
