package io.daysheet.desktop.users;

import io.daysheet.desktop.form.Draft;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Role;
import io.daysheet.wire.ChangeUser;
import io.daysheet.wire.CreateUser;
import io.daysheet.wire.User;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An account as it is typed.
///
/// @param before as the server has it; null for a new one
/// @param patient whose record a new portal account opens
record UserDraft(
    @Nullable User before,
    String login,
    String name,
    Set<Role> roles,
    Set<HospitalId> hospitals,
    boolean everyHospital,
    @Nullable DoctorId doctor,
    PatientDraft patient,
    boolean active)
    implements Draft<UserDraft.Flaw> {

  private static final int LONGEST_NAME = 200;

  /// As the server has it: what is typed in capitals is kept in small letters.
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");

  private static final Set<Role> ALONE = EnumSet.of(Role.PATIENT, Role.INTEGRATION);
  private static final Set<Role> AT_HOSPITALS =
      EnumSet.of(Role.RECEPTIONIST, Role.SCHEDULER, Role.INTEGRATION);

  /// What may be wrong with it; each has a text.
  enum Flaw {
    LOGIN,
    NAME,
    NO_ROLE,
    ROLES,
    HOSPITALS,
    DOCTOR,
    PATIENT,
    BIRTH_DATE
  }

  UserDraft {
    roles = Set.copyOf(roles);
    hospitals = Set.copyOf(hospitals);
  }

  static UserDraft empty() {
    return new UserDraft(null, "", "", Set.of(), Set.of(), false, null, PatientDraft.EMPTY, true);
  }

  static UserDraft of(User user) {
    return new UserDraft(
        user,
        user.login(),
        user.name(),
        Set.copyOf(user.roles()),
        Set.copyOf(user.hospitals()),
        user.everyHospital(),
        user.doctorId(),
        PatientDraft.EMPTY,
        user.active());
  }

  @Override
  public boolean isNew() {
    return before == null;
  }

  @Override
  public boolean isChanged() {
    return !equals(before == null ? empty() : of(before));
  }

  /// Whether the role is for those who work at hospitals of their own.
  boolean worksAtHospitals() {
    return roles.stream().anyMatch(AT_HOSPITALS::contains);
  }

  boolean isDoctor() {
    return roles.contains(Role.DOCTOR);
  }

  /// A patient's account goes with the record, which an administrator doesn't see. It stays one.
  boolean isPatient() {
    return roles.contains(Role.PATIENT);
  }

  @Override
  public Set<Flaw> flaws() {
    Set<Flaw> flaws = new LinkedHashSet<>();
    add(flaws, Flaw.LOGIN, !LOGIN.matcher(normalizedLogin()).matches());
    add(flaws, Flaw.NAME, !isPatient() && !isName());
    add(flaws, Flaw.NO_ROLE, roles.isEmpty());
    add(flaws, Flaw.ROLES, roles.size() > 1 && roles.stream().anyMatch(ALONE::contains));
    add(flaws, Flaw.HOSPITALS, worksAtHospitals() && !everyHospital && hospitals.isEmpty());
    add(flaws, Flaw.DOCTOR, isDoctor() && doctor == null);
    add(flaws, Flaw.PATIENT, isPatient() && isNew() && !patient.hasMrn());
    add(flaws, Flaw.BIRTH_DATE, isPatient() && isNew() && patient.birthDate().isEmpty());
    return flaws;
  }

  private boolean isName() {
    return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
  }

  private static void add(Set<Flaw> flaws, Flaw flaw, boolean found) {
    if (found) {
      flaws.add(flaw);
    }
  }

  String normalizedLogin() {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  CreateUser create() {
    return new CreateUser(
        normalizedLogin(),
        // a patient's name is kept in the record alone
        isPatient() ? normalizedLogin() : name.strip(),
        roles,
        worksAtHospitals() ? hospitals : Set.of(),
        worksAtHospitals() && everyHospital,
        isDoctor() ? doctor : null,
        null,
        isPatient() ? patient.named() : null);
  }

  ChangeUser change() {
    return new ChangeUser(
        name.strip(),
        roles,
        worksAtHospitals() ? hospitals : Set.of(),
        worksAtHospitals() && everyHospital,
        isDoctor() ? doctor : null,
        before == null ? null : before.patientId(),
        active);
  }

  UserDraft withLogin(String typed) {
    return new UserDraft(
        before, typed, name, roles, hospitals, everyHospital, doctor, patient, active);
  }

  UserDraft withName(String typed) {
    return new UserDraft(
        before, login, typed, roles, hospitals, everyHospital, doctor, patient, active);
  }

  UserDraft with(Role role, boolean has) {
    return new UserDraft(
        before,
        login,
        name,
        toggled(roles, role, has),
        hospitals,
        everyHospital,
        doctor,
        patient,
        active);
  }

  UserDraft with(HospitalId hospital, boolean worksThere) {
    Set<HospitalId> now = toggled(hospitals, hospital, worksThere);
    return new UserDraft(before, login, name, roles, now, everyHospital, doctor, patient, active);
  }

  UserDraft withEveryHospital(boolean every) {
    return new UserDraft(before, login, name, roles, hospitals, every, doctor, patient, active);
  }

  UserDraft with(@Nullable DoctorId chosen) {
    return new UserDraft(
        before, login, name, roles, hospitals, everyHospital, chosen, patient, active);
  }

  UserDraft with(PatientDraft named) {
    return new UserDraft(
        before, login, name, roles, hospitals, everyHospital, doctor, named, active);
  }

  UserDraft withActive(boolean now) {
    return new UserDraft(
        before, login, name, roles, hospitals, everyHospital, doctor, patient, now);
  }

  private static <T> Set<T> toggled(Set<T> set, T each, boolean isIn) {
    Set<T> changed = new LinkedHashSet<>(set);
    boolean _ = isIn ? changed.add(each) : changed.remove(each);
    return changed;
  }
}
