package io.daysheet.server.patient;

import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Sight;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The patients as others ask for them. Never from memory: a record may have been merged a moment
/// ago, and there are a million of them.
@Component
public class Patients {

  private final PatientRows rows;

  Patients(PatientRows rows) {
    this.rows = rows;
  }

  /// Adds a record as it is, without asking the rules. False if its MRN is taken.
  @Transactional
  public boolean add(Patient patient) {
    return rows.insert(patient);
  }

  public Optional<Patient> find(PatientId id) {
    return rows.find(id);
  }

  /// The record with that MRN, if whoever names it knows the date of birth as well; nothing else of
  /// it is told. Which of the two is wrong is not told either, not even by the time that it takes.
  public Optional<PatientId> findNamed(String mrn, LocalDate birthDate) {
    return rows.findByMrnAndBirth(mrn.strip(), birthDate)
        .flatMap(rows::find)
        .filter(patient -> patient.birthDate().equals(birthDate))
        .map(Patient::id);
  }

  /// Whether a record may be seen; also true of one that does not exist, for those who see all.
  public boolean isSeen(PatientId id, Sight sight) {
    return switch (sight.reach()) {
      case EVERYTHING, OWN_HOSPITALS -> true;
      case OWN_PATIENTS ->
          sight.emergencies().contains(id)
              || rows.isPatientOf(id, Objects.requireNonNull(sight.onlyDoctor()));
      case OWN_RECORD -> id.equals(sight.onlyPatient());
      case NOTHING -> false;
    };
  }
}
