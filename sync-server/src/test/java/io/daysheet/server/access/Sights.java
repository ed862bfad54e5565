package io.daysheet.server.access;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Role;
import java.util.Set;
import java.util.UUID;

/// Sights for tests that ask past the API.
public final class Sights {

  private Sights() {}

  public static Sight everything() {
    return new Sight(
        Reach.EVERYTHING,
        new Account(
            new AccountId(new UUID(0, 1)),
            "everything",
            "Everything",
            Set.of(Role.SCHEDULER),
            Set.of(),
            true,
            null,
            null,
            true,
            1));
  }
}
