package io.daysheet.server.audit;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.server.access.Caller;
import java.util.Set;
import java.util.UUID;

/// Somebody who asks, without a sign-in.
final class TestCallers {

  private TestCallers() {}

  static Caller receptionist(HospitalId... hospitals) {
    return new Caller(
        new Account(
            new AccountId(UUID.randomUUID()),
            "zofia",
            "Zofia Front",
            Set.of(Role.SCHEDULER, Role.RECEPTIONIST),
            Set.of(hospitals),
            false,
            null,
            null,
            true,
            1),
        Set.of(),
        "daysheet-desk",
        "192.0.2.7",
        "Desk 3");
  }
}
