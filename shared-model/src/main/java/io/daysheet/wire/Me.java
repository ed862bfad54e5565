package io.daysheet.wire;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The own account, and what may be done with it.
///
/// @param rights only those that it has, with how far each reaches
/// @param password whether it has one here; false where somebody else checks who signs in
/// @param recoveryCodes how many are left for the day the authenticator is lost; 0 without a second
///   factor
/// @param lockAfter a desk that nobody has touched for so long locks
public record Me(
    AccountId id,
    String login,
    String name,
    List<Role> roles,
    List<HospitalId> hospitals,
    boolean everyHospital,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    Map<Right, Reach> rights,
    boolean password,
    boolean secondFactor,
    int recoveryCodes,
    boolean pin,
    Duration lockAfter) {

  public Me {
    roles = List.copyOf(roles);
    hospitals = List.copyOf(hospitals);
    rights = Map.copyOf(rights);
  }
}
