package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.server.reference.ReferenceCache;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The accounts as every request asks for them: from memory, at most ten seconds old. So what an
/// administrator takes away is gone that soon, whatever a token still says.
@Component
public class Accounts {

  private final AccountRows rows;
  private final ReferenceCache<AccountId, Account> cache;

  Accounts(AccountRows rows, InstantSource clock) {
    this.rows = rows;
    this.cache = new ReferenceCache<>(rows::find, clock);
  }

  public Optional<Account> find(AccountId id) {
    return cache.find(id);
  }

  /// Asked at a sign-in: never from memory. What can be no login is looked up nowhere.
  public Optional<Account> findByLogin(String login) {
    return Login.isPossible(login) ? rows.findByLogin(login) : Optional.empty();
  }

  /// To be called after a commit that changed an account.
  public void refresh() {
    cache.refresh();
  }
}
