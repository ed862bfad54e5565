package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Appointment;
import io.daysheet.wire.ChangePatient;
import io.daysheet.wire.MergePatient;
import io.daysheet.wire.MergedPatient;
import io.daysheet.wire.Page;
import io.daysheet.wire.RegisterPatient;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What somebody who keeps patients' records asks of the server.
public interface PatientServer extends PatientSearch, DuplicateSearch {

  /// One page of those whose names or number begin with the words of `query`.
  ///
  /// @param after where the page before ended; null for the first
  Request patients(String query, @Nullable String after, Consumer<Outcome<Page<Patient>>> then);

  /// All visits of a patient, as far as whoever asks may see them.
  Request visits(Patient patient, Consumer<Outcome<List<Appointment>>> then);

  Request doctors(Consumer<Outcome<List<Doctor>>> then);

  Request hospitals(Consumer<Outcome<List<Hospital>>> then);

  Request register(RegisterPatient command, CommandKey key, Consumer<Outcome<Patient>> then);

  /// Changes the version that is given.
  Request change(
      Patient patient, ChangePatient command, CommandKey key, Consumer<Outcome<Patient>> then);

  /// Ends the version that is given: another record has everything of it then.
  Request merge(
      Patient patient, MergePatient command, CommandKey key, Consumer<Outcome<MergedPatient>> then);
}
