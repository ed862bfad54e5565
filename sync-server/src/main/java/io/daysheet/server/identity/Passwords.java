package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.PasswordUnchanged;
import io.daysheet.server.identity.PasswordRows.Password;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Gives and changes passwords. Whoever had signed in with the old one is told of by
/// [CredentialsChanged].
@Component
public class Passwords {

  private static final Duration TO_BE_USED_WITHIN = Duration.ofDays(7);

  private final Accounts accounts;
  private final PasswordRows rows;
  private final PasswordRules rules;
  private final PasswordHashing hashing;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  Passwords(
      Accounts accounts,
      PasswordRows rows,
      PasswordRules rules,
      PasswordHashing hashing,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.accounts = accounts;
    this.rows = rows;
    this.rules = rules;
    this.hashing = hashing;
    this.events = events;
    this.clock = clock;
  }

  /// Whether the account signs in with a password here at all.
  public boolean has(AccountId account) {
    return rows.find(account).isPresent();
  }

  /// Sets a password that the owner of the account has typed.
  ///
  /// @return all that is wrong with it; empty if it is theirs now
  public List<Violation> replace(AccountId id, String password) {
    Account account = accounts.find(id).orElseThrow();
    var violations = new ArrayList<>(rules.check("newPassword", password, account));
    if (hashing.matches(password, rows.find(id).map(Password::hash))) {
      violations.add(new PasswordUnchanged("newPassword"));
    }
    if (violations.isEmpty()) {
      set(id, hashing.hash(password), false, null);
    }
    return violations;
  }

  /// Gives an account a password that works until its first sign-in, which ends with another. It is
  /// answered here once and nowhere kept.
  public String giveOneTime(AccountId account) {
    return giveOneTime(account, clock.instant().plus(TO_BE_USED_WITHIN));
  }

  /// One that does not get too old, for somebody whom nobody could give another.
  String giveLastingOneTime(AccountId account) {
    return giveOneTime(account, (Instant) null);
  }

  private String giveOneTime(AccountId account, @Nullable Instant expires) {
    String password = RandomText.password();
    set(account, hashing.hash(password), true, expires);
    return password;
  }

  /// For accounts that a script signs in with: no change is asked for.
  public void giveLasting(AccountId account, String password) {
    set(account, hashing.hash(password), false, null);
  }

  private void set(AccountId account, String hash, boolean mustChange, @Nullable Instant expires) {
    rows.write(account, new Password(hash, mustChange, expires), clock.instant());
    events.publishEvent(new CredentialsChanged(account));
  }
}
