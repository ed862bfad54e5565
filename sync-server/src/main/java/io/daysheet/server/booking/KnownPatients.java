package io.daysheet.server.booking;

import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.server.patient.Patients;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The patients that were booked lately, so that the next booking needs no question. A booking
/// names the version that it believed in and is refused if there is a newer one: so this may be
/// old, but never wrong. Who is out of service is not remembered, since nothing would correct that.
@Component
class KnownPatients {

  private static final int MOST = 20_000;

  private final Patients patients;
  private final Map<PatientId, Patient> known = new ConcurrentHashMap<>();

  KnownPatients(Patients patients) {
    this.patients = patients;
  }

  Optional<Patient> find(PatientId id) {
    Patient remembered = known.get(id);
    return remembered == null ? read(id) : Optional.of(remembered);
  }

  private Optional<Patient> read(PatientId id) {
    Optional<Patient> found = patients.find(id);
    found.filter(Patient::active).ifPresent(this::remember);
    return found;
  }

  private void remember(Patient patient) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(patient.id(), patient);
  }

  void refresh() {
    known.clear();
  }
}
