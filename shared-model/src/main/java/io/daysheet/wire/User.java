package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account as an administrator sees it.
///
/// @param name what others see on bookings and in the audit trail; of a patient it tells nothing
/// @param hospitals where a receptionist, a scheduler or an integration works
/// @param everyHospital works at all of them, also at those that are still to come
/// @param secondFactor whether a code is asked for beside the password
/// @param lockedUntil until then no password is looked at, since too many were wrong; null if it is
///   not locked
/// @param lastSignIn by password; null if there was none yet
public record User(
    AccountId id,
    String login,
    String name,
    List<Role> roles,
    List<HospitalId> hospitals,
    boolean everyHospital,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    boolean active,
    boolean secondFactor,
    @Nullable Instant lockedUntil,
    @Nullable Instant lastSignIn,
    int version) {

  public User {
    roles = List.copyOf(roles);
    hospitals = List.copyOf(hospitals);
  }
}
