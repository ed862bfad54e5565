package io.daysheet.desktop.remote;

import io.daysheet.patient.Patient;
import io.daysheet.wire.Page;
import java.util.function.Consumer;

/// Finds patients.
@FunctionalInterface
public interface PatientSearch {
  /// Patients whose names or number begin with the words of `query`, the likeliest first.
  Request searchPatients(String query, int limit, Consumer<Outcome<Page<Patient>>> then);
}
