package io.daysheet.server.doctor;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.server.reference.ReferenceCache;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The doctors as the rules ask for them: from memory, at most ten seconds old.
@Component
public class Doctors {

  private final ReferenceCache<DoctorId, Doctor> cache;
  private final ReferenceCache<HospitalId, List<Doctor>> byHospital;

  Doctors(DoctorRows rows, InstantSource clock) {
    this.cache = new ReferenceCache<>(rows::find, clock);
    this.byHospital = new ReferenceCache<>(id -> Optional.of(rows.at(id)), clock);
  }

  public Optional<Doctor> find(DoctorId id) {
    return cache.find(id);
  }

  /// The doctors who work at a hospital, by name, also those out of service.
  public List<Doctor> at(HospitalId hospital) {
    return byHospital.find(hospital).orElseThrow();
  }

  /// To be called after a commit that changed a doctor.
  public void refresh() {
    cache.refresh();
    byHospital.refresh();
  }
}
