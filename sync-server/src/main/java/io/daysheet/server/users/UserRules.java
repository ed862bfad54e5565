package io.daysheet.server.users;

import static io.daysheet.identity.Role.DOCTOR;
import static io.daysheet.identity.Role.INTEGRATION;
import static io.daysheet.identity.Role.PATIENT;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.MissingField;
import io.daysheet.rule.Violation.OwnAccount;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.identity.Login;
import io.daysheet.server.patient.Patients;
import io.daysheet.wire.CreateUser;
import io.daysheet.wire.NamedPatient;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an account has to be. All violations at once.
@Component
class UserRules {

  /// They act for others, and as nobody else.
  private static final Set<Role> ALONE = Set.of(PATIENT, INTEGRATION);

  private final Hospitals hospitals;
  private final Doctors doctors;
  private final Patients patients;

  UserRules(Hospitals hospitals, Doctors doctors, Patients patients) {
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.patients = patients;
  }

  List<Violation> of(Account account) {
    return Stream.of(
            check(Login.isPossible(account.login()), "login", Expected.LOGIN),
            TextRules.check("name", account.name(), TextRules.NAME),
            roles(account.roles()),
            goesWith(DOCTOR, account, "doctorId", account.doctorId()),
            goesWith(PATIENT, account, "patientId", account.patientId()),
            exist(account))
        .flatMap(violations -> violations)
        .toList();
  }

  /// All that is wrong with a new account.
  List<Violation> ofNew(CreateUser request, Account account) {
    if (request.patient() == null) {
      return of(account);
    }
    boolean isAlone = account.roles().contains(PATIENT) && request.patientId() == null;
    Stream<Violation> named =
        isAlone
            ? check(account.patientId() != null, "patient", Expected.EXISTING_ID)
            : check(false, "patient", Expected.NOTHING);
    return Stream.concat(
            of(account).stream().filter(v -> !isAlone || !v.equals(new MissingField("patientId"))),
            named)
        .toList();
  }

  /// Whose account it is to be: nobody's, if there is no such record or it is not asked for.
  @Nullable PatientId patient(CreateUser request) {
    NamedPatient named = request.patient();
    if (named == null || request.patientId() != null || !request.roles().contains(PATIENT)) {
      return request.patientId();
    }
    return patients
        .findNamed(Objects.requireNonNull(named.mrn()), Objects.requireNonNull(named.birthDate()))
        .orElse(null);
  }

  /// A program stays a program, and a person a person: a client would act in somebody's name, and a
  /// person would sign in as a program.
  List<Violation> ofKind(Account before, Account after) {
    boolean isSame = before.roles().contains(INTEGRATION) == after.roles().contains(INTEGRATION);
    return check(isSame, "roles", Expected.ROLES).toList();
  }

  /// Nobody gives themselves rights, or takes them away from themselves by a slip.
  List<Violation> ofOwn(Account before, Account after) {
    return Stream.of(
            own("roles", before.roles(), after.roles()),
            own("hospitals", before.hospitals(), after.hospitals()),
            own("everyHospital", before.everyHospital(), after.everyHospital()),
            own("doctorId", before.doctorId(), after.doctorId()),
            own("patientId", before.patientId(), after.patientId()),
            own("active", before.active(), after.active()))
        .flatMap(violations -> violations)
        .toList();
  }

  private static Stream<Violation> own(
      String field, @Nullable Object before, @Nullable Object after) {
    return Objects.equals(before, after) ? Stream.empty() : Stream.of(new OwnAccount(field));
  }

  private static Stream<Violation> roles(Set<Role> roles) {
    boolean goTogether = roles.size() == 1 || roles.stream().noneMatch(ALONE::contains);
    return check(!roles.isEmpty() && goTogether, "roles", Expected.ROLES);
  }

  private static Stream<Violation> goesWith(
      Role role, Account account, String field, @Nullable Object id) {
    if (account.roles().contains(role)) {
      return id == null ? Stream.of(new MissingField(field)) : Stream.empty();
    }
    return check(id == null, field, Expected.NOTHING);
  }

  private Stream<Violation> exist(Account account) {
    var doctor = account.doctorId();
    var patient = account.patientId();
    return Stream.of(
            check(
                account.hospitals().stream().allMatch(this::exists),
                "hospitals",
                Expected.EXISTING_ID),
            check(
                doctor == null || doctors.find(doctor).isPresent(),
                "doctorId",
                Expected.EXISTING_ID),
            check(
                patient == null || patients.find(patient).isPresent(),
                "patientId",
                Expected.EXISTING_ID))
        .flatMap(violations -> violations);
  }

  private boolean exists(HospitalId hospital) {
    return hospitals.find(hospital).isPresent();
  }

  private static Stream<Violation> check(boolean isKept, String field, Expected expected) {
    return isKept ? Stream.empty() : Stream.of(new InvalidValue(field, expected));
  }
}
