package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation;
import io.daysheet.server.identity.PasswordRows.Password;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SecondFactorNeeded;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Signing in, step by step: the password, then the code of the second factor if the account has
/// one, then a password of their own if the present one was given. Who calls this keeps between the
/// steps which account has come how far, where the one who signs in can't change it.
@Component
public class SignIn {

  private static final Duration BUSY = Duration.ofSeconds(5);

  /// Has no password: an unknown login is looked up as often as a known one.
  private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

  private final Accounts accounts;
  private final PasswordRows passwords;
  private final PasswordHashing hashing;
  private final Passwords changing;
  private final SecondFactors secondFactors;
  private final Throttle throttle;
  private final KnownBrowsers browsers;
  private final InstantSource clock;

  SignIn(
      Accounts accounts,
      PasswordRows passwords,
      PasswordHashing hashing,
      Passwords changing,
      SecondFactors secondFactors,
      Throttle throttle,
      KnownBrowsers browsers,
      InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.hashing = hashing;
    this.changing = changing;
    this.secondFactors = secondFactors;
    this.throttle = throttle;
    this.browsers = browsers;
    this.clock = clock;
  }

  /// What is done with an account whose password was right.
  private interface Next {
    SignInOutcome of(Account account, Password password);
  }

  /// The first step.
  ///
  /// @param login in any case, as it was typed
  /// @param address where they sit
  /// @param browser the secret by which their browser may be known; null if it shows none
  public SignInOutcome password(
      String login, String password, String address, @Nullable String browser) {
    String normalized = Login.normalized(login);
    return check(
        normalized,
        password,
        tallies(normalized, address, browser),
        (account, right) ->
            secondFactors.isActive(account.id())
                ? new SecondFactorNeeded(account, right.since())
                : proven(account, right));
  }

  /// By what failures are counted. What strangers do, here or at the same address, is not counted
  /// against a browser in which the account has signed in before.
  private List<TallyKey> tallies(String login, String address, @Nullable String browser) {
    if (browser != null) {
      AccountId account = find(login).map(Account::id).orElse(NOBODY);
      if (browsers.know(browser, account)) {
        return List.of(TallyKey.browser(browser, account));
      }
    }
    return List.of(TallyKey.login(login), TallyKey.address(address));
  }

  /// Whether it is really them who are signed in already, before something is changed that another
  /// could use later: [SignedIn], [Refused] or [LockedUntil]. Counted apart: nobody who is not
  /// signed in fails here.
  public SignInOutcome again(Account account, String password) {
    return check(
        account.login(),
        password,
        List.of(TallyKey.signedIn(account.id())),
        (right, _) -> new SignedIn(right));
  }

  private Optional<Account> find(String login) {
    return accounts.findByLogin(login).filter(Account::active);
  }

  /// @param tallies the account's own first
  private SignInOutcome check(String login, String password, List<TallyKey> tallies, Next next) {
    return switch (throttle.begin(tallies)) {
      case Throttle.Begun.Locked locked -> new LockedUntil(locked.until());
      case Throttle.Begun.Through through -> {
        try {
          SignInOutcome outcome = check(login, password, through.attempt(), next);
          if (!(outcome instanceof Refused)) {
            throttle.clear(tallies.getFirst());
          }
          yield outcome;
        } catch (PasswordsBusy busy) {
          throttle.takeBack(through.attempt());
          yield new LockedUntil(clock.instant().plus(BUSY));
        }
      }
    };
  }

  private SignInOutcome check(String login, String typed, Throttle.Try attempt, Next next) {
    Instant now = clock.instant();
    Optional<Account> account = find(login);
    Optional<Password> known =
        passwords
            .find(account.map(Account::id).orElse(NOBODY))
            .filter(each -> !each.isWorthless(now));
    boolean right = hashing.matches(typed, known.map(Password::hash));
    if (!right || account.isEmpty() || known.isEmpty()) {
      return new Refused(account.map(Account::id).orElse(null));
    }
    keepUpToDate(account.get().id(), known.get().hash(), typed);
    throttle.takeBack(attempt);
    return next.of(account.get(), known.get());
  }

  /// The second step, after [SecondFactorNeeded].
  ///
  /// @param id whose password was right
  /// @param since which of their passwords: if it is another by now, they begin anew
  /// @param code of the authenticator, or a recovery code
  public SignInOutcome secondFactor(AccountId id, Instant since, String code, String address) {
    return code(
        id,
        code,
        address,
        (account, password) ->
            password.since().equals(since) ? proven(account, password) : new Refused(id));
  }

  /// Whether they who are signed in already have the second factor at hand, too: [SignedIn],
  /// [Refused] or [LockedUntil].
  public SignInOutcome secondFactorAgain(Account account, String code, String address) {
    return code(account.id(), code, address, (right, _) -> new SignedIn(right));
  }

  private SignInOutcome code(AccountId id, String code, String address, Next next) {
    TallyKey tally = TallyKey.secondFactor(id);
    return switch (throttle.begin(List.of(tally, TallyKey.address(address)))) {
      case Throttle.Begun.Locked locked -> new LockedUntil(locked.until());
      case Throttle.Begun.Through through -> {
        Optional<Account> account = accounts.find(id).filter(Account::active);
        Optional<Password> password = passwords.find(id);
        if (account.isEmpty() || password.isEmpty() || !secondFactors.verify(id, code)) {
          yield new Refused(id);
        }
        throttle.takeBack(through.attempt());
        throttle.clear(tally);
        yield next.of(account.get(), password.get());
      }
    };
  }

  private SignInOutcome proven(Account account, Password password) {
    if (password.mustChange()) {
      return new NewPasswordNeeded(account, password.since());
    }
    passwords.used(account.id(), clock.instant());
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
  /// @param since which password was given: if it is another by now, they begin anew
  /// @param entry writes of it, in the transaction in which the new one is set
  /// @return what is wrong with the new one; empty if it is theirs now, and they are signed in
  public List<Violation> newPassword(AccountId id, Instant since, String password, Runnable entry) {
    boolean isStillTheirs =
        accounts.find(id).filter(Account::active).isPresent()
            && passwords.find(id).filter(each -> each.since().equals(since)).isPresent();
    return isStillTheirs
        ? changing.replace(id, password, null, entry)
        : List.of(new Violation.FullSignInNeeded());
  }
}
