package io.daysheet.server.doctor;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.server.reference.ReferenceCache;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The doctors as the rules ask for them: from memory, at most ten seconds old.
@Component
public class Doctors {

  private final ReferenceCache<DoctorId, Doctor> cache;

  Doctors(DoctorRows rows, InstantSource clock) {
    this.cache = new ReferenceCache<>(rows::find, clock);
  }

  public Optional<Doctor> find(DoctorId id) {
    return cache.find(id);
  }

  /// To be called after a commit that changed a doctor.
  public void refresh() {
    cache.refresh();
  }
}
