package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `PUT /users/{id}`: all that may change, as it shall be.
///
/// @param active false: nobody signs in with it any more, and who is signed in is out at once
public record ChangeUser(
    String name,
    Set<Role> roles,
    Set<HospitalId> hospitals,
    Boolean everyHospital,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    Boolean active) {

  public ChangeUser {
    MissingFields.refuse(
        "name", name,
        "roles", roles,
        "hospitals", hospitals,
        "everyHospital", everyHospital,
        "active", active);
    roles = Set.copyOf(roles);
    hospitals = Set.copyOf(hospitals);
  }
}
