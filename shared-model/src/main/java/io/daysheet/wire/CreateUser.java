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
public record CreateUser(
    String login,
    String name,
    Set<Role> roles,
    @Nullable Set<HospitalId> hospitals,
    @Nullable Boolean everyHospital,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId) {

  public CreateUser {
    MissingFields.refuse("login", login, "name", name, "roles", roles);
    roles = Set.copyOf(roles);
    hospitals = hospitals == null ? null : Set.copyOf(hospitals);
  }

  public Set<HospitalId> hospitalsOrNone() {
    return Objects.requireNonNullElse(hospitals, Set.of());
  }
}
