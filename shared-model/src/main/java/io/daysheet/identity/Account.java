package io.daysheet.identity;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who signs in, and what that makes them.
///
/// @param login what is typed to sign in; small letters
/// @param name what others see: on a booking, in the audit trail
/// @param hospitals those at which a receptionist, a scheduler or an integration works; none means
///   none
/// @param everyHospital works at all of them, also at those that are still to come
/// @param doctorId the doctor who this is, if it is one
/// @param patientId the record of the person who this is, if it is a patient
public record Account(
    AccountId id,
    String login,
    String name,
    Set<Role> roles,
    Set<HospitalId> hospitals,
    boolean everyHospital,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    boolean active,
    int version) {

  public Account {
    roles = Set.copyOf(roles);
    hospitals = Set.copyOf(hospitals);
  }

  public boolean worksAt(HospitalId hospital) {
    return everyHospital || hospitals.contains(hospital);
  }
}
