package io.daysheet.server.hospital;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.server.reference.ReferenceCache;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The hospitals as the rules ask for them: from memory, at most ten seconds old.
@Component
public class Hospitals {

  private final ReferenceCache<HospitalId, Hospital> cache;

  Hospitals(HospitalRows rows, InstantSource clock) {
    this.cache = new ReferenceCache<>(rows::find, clock);
  }

  public Optional<Hospital> find(HospitalId id) {
    return cache.find(id);
  }

  /// To be called after a commit that changed a hospital.
  public void refresh() {
    cache.refresh();
  }
}
