package io.daysheet.server.patient;

import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The patients as others ask for them. Never from memory: a record may have been merged a moment
/// ago, and there are a million of them.
@Component
public class Patients {

  private final PatientRows rows;

  Patients(PatientRows rows) {
    this.rows = rows;
  }

  public Optional<Patient> find(PatientId id) {
    return rows.find(id);
  }
}
