package io.daysheet.server.emergency;

import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Emergencies;
import io.daysheet.server.access.Emergency;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Those that have not ended by the server's clock.
@Component
class CurrentEmergencies implements Emergencies {

  private final EmergencyRows rows;
  private final InstantSource clock;

  CurrentEmergencies(EmergencyRows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public List<Emergency> of(AccountId account) {
    return rows.of(account, clock.instant());
  }

  @Override
  public Map<AccountId, Set<PatientId>> all() {
    return rows.all(clock.instant());
  }
}
