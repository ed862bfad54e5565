package io.daysheet.server.demo;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The demo's accounts: one of each role, and a second receptionist who works at one hospital only.
public final class DemoAccounts {

  private static final Set<HospitalId> BOTH = Set.of(DemoPlaces.HEDWIG, DemoPlaces.HARBOUR);

  /// Works at both hospitals.
  static final Doctor DOCTOR = DemoPlaces.doctors().get(3);

  static final PatientId PATIENT = DemoPeople.id(1);

  private DemoAccounts() {}

  static List<Account> all() {
    return List.of(
        account(1, "receptionist", "Renate Empfang", Role.RECEPTIONIST, BOTH, null, null),
        account(
            2,
            "receptionist.harbour",
            "Ramón Recepción",
            Role.RECEPTIONIST,
            Set.of(DemoPlaces.HARBOUR),
            null,
            null),
        account(3, "scheduler", "Sigrid Planung", Role.SCHEDULER, BOTH, null, null),
        account(4, "doctor", DOCTOR.name(), Role.DOCTOR, Set.of(), DOCTOR.id(), null),
        account(5, "admin", "Ada Administrator", Role.ADMIN, Set.of(), null, null),
        account(6, "auditor", "Audrey Auditor", Role.AUDITOR, Set.of(), null, null),
        account(7, "patient", "Patient portal", Role.PATIENT, Set.of(), null, PATIENT),
        account(8, "integration", "Clinical system", Role.INTEGRATION, BOTH, null, null));
  }

  /// The account of a role; the receptionist is the one who works at both hospitals.
  public static Account of(Role role) {
    return all().stream().filter(a -> a.roles().contains(role)).findFirst().orElseThrow();
  }

  private static Account account(
      int number,
      String login,
      String name,
      Role role,
      Set<HospitalId> hospitals,
      @Nullable DoctorId doctor,
      @Nullable PatientId patient) {
    return new Account(
        new AccountId(new UUID(0x0b5e_0004_0000_4000L, 0x8000_0000_0000_0000L | number)),
        login,
        name,
        Set.of(role),
        hospitals,
        false,
        doctor,
        patient,
        true,
        1);
  }
}
