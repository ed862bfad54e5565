package io.daysheet.server.hospital;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.reference.ReferenceCache;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The hospitals as the rules ask for them: from memory, at most ten seconds old.
@Component
public class Hospitals {

  private final HospitalRows rows;
  private final ReferenceCache<HospitalId, Hospital> cache;

  Hospitals(HospitalRows rows, InstantSource clock) {
    this.rows = rows;
    this.cache = new ReferenceCache<>(rows::find, clock);
  }

  public Optional<Hospital> find(HospitalId id) {
    return cache.find(id);
  }

  /// As it is now, not from memory.
  public Optional<Hospital> present(HospitalId id) {
    return rows.find(id);
  }

  /// Called in a transaction.
  public void add(Hospital hospital) {
    rows.insert(hospital);
  }

  /// False if it is not the version before any more. Called in a transaction.
  public boolean change(Hospital changed) {
    AfterCommit.run(this::refresh);
    return rows.update(changed);
  }

  /// To be called after a commit that changed a hospital.
  public void refresh() {
    cache.refresh();
  }
}
