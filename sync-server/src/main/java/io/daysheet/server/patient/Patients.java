package io.daysheet.server.patient;

import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
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
}
