package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import io.daysheet.server.database.AfterCommit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes accounts. What an account may be is checked by who asks for it; here are only the rules
/// that need the other accounts.
@Component
public class AccountRegister {

  private final AccountRows rows;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  AccountRegister(
      AccountRows rows, Accounts accounts, ApplicationEventPublisher events, InstantSource clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  /// How a write ended.
  public sealed interface Outcome {
    record Written(Account account) implements Outcome {}

    record LoginTaken(AccountId by) implements Outcome {}

    /// It is not the version any more that it was decided on.
    record Stale(Account current) implements Outcome {}

    /// Nobody in service would manage users any more.
    record LastAdministrator() implements Outcome {}
  }

  /// Whether nobody can sign in yet.
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  @Transactional
  public Outcome add(Account account) {
    return rows.insert(account, clock.instant())
        ? new Outcome.Written(account)
        : new Outcome.LoginTaken(rows.findByLogin(account.login()).orElseThrow().id());
  }

  /// Changes all but the login.
  ///
  /// @param changed with the version after the one that it was decided on
  @Transactional
  public Outcome change(Account changed) {
    List<AccountId> administrators = rows.lockAdministrators();
    if (administrators.equals(List.of(changed.id())) && !managesUsers(changed)) {
      return new Outcome.LastAdministrator();
    }
    if (!rows.update(changed)) {
      return new Outcome.Stale(find(changed.id()).orElseThrow());
    }
    AfterCommit.run(accounts::refresh);
    if (!changed.active()) {
      events.publishEvent(new CredentialsChanged(changed.id(), null));
    }
    return new Outcome.Written(changed);
  }

  /// Whoever signs in for one patient's record does so for another from now on, since both are one
  /// person's. Called in a transaction.
  public void carryOver(PatientId from, PatientId to) {
    rows.carryOver(from, to);
    AfterCommit.run(accounts::refresh);
  }

  /// As it is now, not from memory.
  public Optional<Account> find(AccountId id) {
    return rows.find(id);
  }

  private static boolean managesUsers(Account account) {
    return account.active() && account.roles().contains(Role.ADMIN);
  }
}
