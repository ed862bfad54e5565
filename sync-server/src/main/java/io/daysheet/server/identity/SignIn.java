package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Signing in, step by step: the password, then the code of the second factor if the account has
/// one, then a password of their own if the present one was given. Who calls this keeps between the
/// steps which account has come how far, where the one who signs in can't change it.
@Component
public class SignIn {

  private static final Duration BUSY = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final PasswordRows passwords;
  private final PasswordHashing hashing;
  private final Passwords changing;
  private final Throttle throttle;
  private final InstantSource clock;

  SignIn(
      Accounts accounts,
      PasswordRows passwords,
      PasswordHashing hashing,
      Passwords changing,
      Throttle throttle,
      InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.hashing = hashing;
    this.changing = changing;
    this.throttle = throttle;
    this.clock = clock;
  }

  /// The first step.
  ///
  /// @param login in any case, as it was typed
  /// @param address where they sit
  public SignInOutcome password(String login, String password, String address) {
    String typed = Login.normalized(login);
    return switch (throttle.begin(TallyKey.login(typed), TallyKey.address(address))) {
      case Throttle.Begun.Locked locked -> new LockedUntil(locked.until());
      case Throttle.Begun.Through through -> check(typed, password, through.attempt());
    };
  }

  private SignInOutcome check(String login, String password, Throttle.Try attempt) {
    Instant now = clock.instant();
    Optional<Account> account = accounts.findByLogin(login).filter(Account::active);
    Optional<PasswordRows.Password> known =
        account.flatMap(each -> passwords.find(each.id())).filter(each -> !each.isWorthless(now));
    try {
      boolean right = hashing.matches(password, known.map(PasswordRows.Password::hash));
      if (!right || account.isEmpty() || known.isEmpty()) {
        return new Refused(account.map(Account::id).orElse(null));
      }
    } catch (PasswordHashing.Busy busy) {
      throttle.takeBack(attempt);
      return new LockedUntil(now.plus(BUSY));
    }
    throttle.takeBack(attempt);
    throttle.clear(TallyKey.login(login));
    keepUpToDate(account.get().id(), known.get().hash(), password);
    return next(account.get(), known.get(), now);
  }

  private SignInOutcome next(Account account, PasswordRows.Password password, Instant now) {
    if (password.mustChange()) {
      return new NewPasswordNeeded(account);
    }
    passwords.used(account.id(), now);
    return new SignedIn(account);
  }

  /// The parameters may have become stronger since the password was set.
  private void keepUpToDate(AccountId account, String hash, String password) {
    if (hashing.isOutdated(hash)) {
      passwords.rehash(account, hash, hashing.hash(password));
    }
  }

  /// The last step of a sign-in with a given password.
  ///
  /// @return what is wrong with the new one; empty if it is theirs now, and they are signed in
  public List<Violation> newPassword(AccountId id, String password) {
    return changing.replace(id, password);
  }
}
