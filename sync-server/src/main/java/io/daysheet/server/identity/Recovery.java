package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.wire.OneTimePassword;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Helps those who can't sign in any more.
@Component
public class Recovery {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Pins pins;
  private final Throttle throttle;

  Recovery(Accounts accounts, Passwords passwords, Pins pins, Throttle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.pins = pins;
    this.throttle = throttle;
  }

  /// Gives a one-time password, lifts the lock, and takes the PIN away: whoever it was that knew
  /// both has to begin anew.
  ///
  /// @param entry writes of it, in the same transaction
  /// @return the password; it is nowhere kept
  public OneTimePassword reset(AccountId id, Runnable entry) {
    return passwords.giveOneTime(
        id,
        () -> {
          unlock(id);
          pins.remove(id);
          entry.run();
        });
  }

  /// Lifts the lock after too many failures.
  @Transactional
  public void unlock(AccountId id) {
    Account account = accounts.find(id).orElseThrow();
    throttle.clear(TallyKey.login(account.login()));
    throttle.clear(TallyKey.secondFactor(id));
    throttle.clear(TallyKey.signedIn(id));
    throttle.clearBrowsersOf(id);
  }
}
