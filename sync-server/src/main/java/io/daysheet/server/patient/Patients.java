package io.daysheet.server.patient;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Sight;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The patients as others ask for them. Never from memory: a record may have been merged a moment
/// ago, and there are a million of them.
@Component
public class Patients {

  private final PatientRows rows;
  private final PatientsDoctors doctors;

  Patients(PatientRows rows, PatientsDoctors doctors) {
    this.rows = rows;
    this.doctors = doctors;
  }

  /// Adds a record as it is, without asking the rules. False if its MRN is taken.
  @Transactional
  public boolean add(Patient patient) {
    return rows.insert(patient);
  }

  /// False if it is not the version before any more. Called in a transaction.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if another patient has that MRN
  public boolean change(Patient changed) {
    return rows.update(changed);
  }

  /// Puts a record out of service in favour of another. Called in a transaction that holds both
  /// patients' locks and carries over all that names the one.
  public void merge(PatientId merged, PatientId stays) {
    rows.pointTo(merged, stays);
  }

  public Optional<PatientId> findByMrn(String mrn) {
    return rows.findByMrn(mrn);
  }

  public Optional<Patient> find(PatientId id) {
    return rows.find(id);
  }

  /// The record with that MRN, or the one into which it was merged, if whoever names it knows the
  /// date of birth as well; nothing else of it is told. Which of the two is wrong is not told
  /// either, not even by the time that it takes.
  public Optional<PatientId> findNamed(String mrn, LocalDate birthDate) {
    return rows.findByMrnAndBirth(mrn.strip(), birthDate)
        .flatMap(rows::find)
        .filter(patient -> patient.birthDate().equals(birthDate))
        .map(patient -> Objects.requireNonNullElse(patient.mergedInto(), patient.id()));
  }

  /// Whose patient somebody is: the own doctor, and every one who has or had a visit of theirs.
  public Set<DoctorId> doctorsOf(PatientId id) {
    return doctors.of(id);
  }

  /// Whether a record may be seen; also true of one that does not exist, for those who see all.
  public boolean isSeen(PatientId id, Sight sight) {
    return switch (sight.reach()) {
      case EVERYTHING, OWN_HOSPITALS -> true;
      case OWN_PATIENTS ->
          sight.emergencies().contains(id)
              || doctors.isPatientOf(id, Objects.requireNonNull(sight.onlyDoctor()));
      case OWN_RECORD -> id.equals(sight.onlyPatient());
      case NOTHING -> false;
    };
  }
}
