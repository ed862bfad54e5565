package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a step of a sign-in ended.
public sealed interface SignInOutcome {

  /// They are who they say.
  record SignedIn(Account account) implements SignInOutcome {}

  /// The password is right; [SignIn#secondFactor] is next.
  ///
  /// @param since which of the account's passwords it was
  record SecondFactorNeeded(Account account, Instant since) implements SignInOutcome {}

  /// All proofs are right, but the password was given by somebody else: [SignIn#newPassword] is
  /// next. Nothing else may be done with this sign-in.
  ///
  /// @param since which of the account's passwords it was
  record NewPasswordNeeded(Account account, Instant since) implements SignInOutcome {}

  /// Wrong, and nobody is told what: an unknown login, a wrong password, a given one that is too
  /// old, and an account out of service look alike and take the same time.
  ///
  /// @param account for the audit trail, never for an answer; null if there is none of that login
  record Refused(@Nullable AccountId account) implements SignInOutcome {}

  /// Nothing was looked at: too many failures, or more sign-ins at this moment than the server can
  /// check. An unknown login is locked as a known one is.
  record LockedUntil(Instant until) implements SignInOutcome {}
}
