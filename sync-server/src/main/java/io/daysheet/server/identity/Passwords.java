package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.PasswordUnchanged;
import io.daysheet.server.identity.PasswordRows.Password;
import io.daysheet.wire.OneTimePassword;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives and changes passwords. Whoever had signed in with the old one is told of by
/// [CredentialsChanged].
@Component
public class Passwords {

  private static final Duration TO_BE_USED_WITHIN = Duration.ofDays(7);

  private final IdentitySettings settings;
  private final Accounts accounts;
  private final PasswordRows rows;
  private final PasswordRules rules;
  private final PasswordHashing hashing;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Passwords(
      IdentitySettings settings,
      Accounts accounts,
      PasswordRows rows,
      PasswordRules rules,
      PasswordHashing hashing,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.rows = rows;
    this.rules = rules;
    this.hashing = hashing;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Whether the account signs in with a password here at all; nobody does where an external
  /// provider signs people in, whatever was kept from before.
  public boolean has(AccountId account) {
    return !settings.hasExternalProvider() && rows.find(account).isPresent();
  }

  /// Sets a password that the owner of the account has typed.
  ///
  /// @param kept the sign-in in which they did so, which goes on; null if there is none yet
  /// @param entry writes of it, in the transaction in which it is set
  /// @return all that is wrong with it; empty if it is theirs now
  public List<Violation> replace(
      AccountId id, String password, @Nullable String kept, Runnable entry) {
    Account account = accounts.find(id).orElseThrow();
    var violations = new ArrayList<>(rules.check("newPassword", password, account));
    if (hashing.matches(password, rows.find(id).map(Password::hash))) {
      violations.add(new PasswordUnchanged("newPassword"));
    }
    if (violations.isEmpty()) {
      set(id, hashing.hash(password), false, null, kept, entry);
    }
    return violations;
  }

  /// Gives an account a password that works until its first sign-in, which ends with another. It is
  /// answered here once and nowhere kept.
  ///
  /// @param entry writes of it, in the transaction in which it is set
  public OneTimePassword giveOneTime(AccountId account, Runnable entry) {
    Instant expires = clock.instant().plus(TO_BE_USED_WITHIN);
    return new OneTimePassword(giveOneTime(account, expires, entry), expires);
  }

  /// One that does not get too old, for somebody whom nobody could give another.
  String giveLastingOneTime(AccountId account) {
    return giveOneTime(account, null, () -> {});
  }

  private String giveOneTime(AccountId account, @Nullable Instant expires, Runnable entry) {
    String password = RandomText.password();
    set(account, hashing.hash(password), true, expires, null, entry);
    return password;
  }

  /// For accounts that a script signs in with: no change is asked for.
  public void giveLasting(AccountId account, String password) {
    set(account, hashing.hash(password), false, null, null, () -> {});
  }

  private void set(
      AccountId account,
      String hash,
      boolean mustChange,
      @Nullable Instant expires,
      @Nullable String kept,
      Runnable entry) {
    transaction.executeWithoutResult(_ -> {
      rows.write(account, new Password(hash, mustChange, expires, clock.instant()));
      events.publishEvent(new CredentialsChanged(account, kept));
      entry.run();
    });
  }
}
