package io.daysheet.server.doctor;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.reference.ReferenceCache;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The doctors as the rules ask for them: from memory, at most ten seconds old.
@Component
public class Doctors {

  private final DoctorRows rows;
  private final ReferenceCache<DoctorId, Doctor> cache;
  private final ReferenceCache<HospitalId, List<Doctor>> byHospital;

  Doctors(DoctorRows rows, InstantSource clock) {
    this.rows = rows;
    this.cache = new ReferenceCache<>(rows::find, clock);
    this.byHospital = new ReferenceCache<>(id -> Optional.of(rows.at(id)), clock);
  }

  public Optional<Doctor> find(DoctorId id) {
    return cache.find(id);
  }

  /// Makes sure that none of these has to be asked for one by one.
  public void know(Collection<DoctorId> ids) {
    cache.know(
        ids,
        unknown ->
            rows.find(unknown).stream().collect(Collectors.toMap(Doctor::id, Function.identity())));
  }

  /// The doctors who work at a hospital, by name, also those out of service.
  public List<Doctor> at(HospitalId hospital) {
    return byHospital.find(hospital).orElseThrow();
  }

  /// As the doctor is now, not from memory.
  public Optional<Doctor> present(DoctorId id) {
    return rows.find(id);
  }

  /// Who has that National Provider Identifier.
  public Optional<DoctorId> findByNpi(String npi) {
    return rows.findByNpi(npi);
  }

  /// Called in a transaction.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if another has that NPI
  public void add(Doctor doctor) {
    AfterCommit.run(this::refresh);
    rows.insert(doctor);
  }

  /// False if it is not the version before any more. Called in a transaction.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if another has that NPI
  public boolean change(Doctor changed) {
    AfterCommit.run(this::refresh);
    return rows.update(changed);
  }

  /// To be called after a commit that changed a doctor.
  public void refresh() {
    cache.refresh();
    byHospital.refresh();
  }
}
