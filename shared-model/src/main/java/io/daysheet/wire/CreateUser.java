package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `POST /users`. Without a password yet: `POST /users/{id}/reset-password` gives the first one.
///
/// @param login small letters, digits and `. _ @ + -`; never changed later. For a patient neither a
///   name nor an address: it is kept as it is
/// @param name of a patient's account it is not kept
/// @param doctorId goes with the role DOCTOR
/// @param patientId goes with the role PATIENT, which goes with no other
/// @param patient in place of `patientId`, for those who may not look records up: nothing of the
///   record is answered
public record CreateUser(
    String login,
    String name,
    Set<Role> roles,
    @Nullable Set<HospitalId> hospitals,
    @Nullable Boolean everyHospital,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    @Nullable NamedPatient patient) {

  public CreateUser {
    MissingFields.refuse("login", login, "name", name, "roles", roles);
    if (patient != null) {
      MissingFields.refuse("patient.mrn", patient.mrn(), "patient.birthDate", patient.birthDate());
    }
    roles = Set.copyOf(roles);
    hospitals = hospitals == null ? null : Set.copyOf(hospitals);
  }

  public Set<HospitalId> hospitalsOrNone() {
    return Objects.requireNonNullElse(hospitals, Set.of());
  }

  /// Nothing of it: it may name a patient.
  @Override
  public String toString() {
    return "CreateUser";
  }
}
