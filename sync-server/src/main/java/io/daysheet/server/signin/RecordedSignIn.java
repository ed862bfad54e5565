package io.daysheet.server.signin;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.rule.Violation;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.identity.Login;
import io.daysheet.server.identity.SignIn;
import io.daysheet.server.identity.SignInOutcome;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SecondFactorNeeded;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import io.daysheet.wire.AuditAction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The steps of a sign-in with their entries in the audit, which are written before anything is
/// answered.
@Component
class RecordedSignIn {

  private final SignIn signIn;
  private final Accounts accounts;
  private final SignInAudit audit;

  RecordedSignIn(SignIn signIn, Accounts accounts, SignInAudit audit) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.audit = audit;
  }

  SignInOutcome password(String login, String password, String address, @Nullable String browser) {
    SignInOutcome outcome = signIn.password(login, password, address, browser);
    String typed = Login.normalized(login);
    // looked up whatever came of it: or it would take longer for those who are known
    write(outcome, accounts.findByLogin(typed).orElse(null), "wrong-password", typed);
    return outcome;
  }

  SignInOutcome secondFactor(AccountId id, Instant since, String code, String address) {
    SignInOutcome outcome = signIn.secondFactor(id, since, code, address);
    write(outcome, accounts.find(id).orElse(null), "wrong-code", id.toString());
    return outcome;
  }

  List<Violation> newPassword(AccountId id, Instant since, String password) {
    return signIn.newPassword(
        id,
        since,
        password,
        () -> {
          Account account = accounts.find(id).orElseThrow();
          audit.done(AuditAction.PASSWORD_CHANGED, account);
          audit.done(AuditAction.SIGNED_IN, account);
        });
  }

  private void write(SignInOutcome outcome, @Nullable Account account, String code, String tried) {
    switch (outcome) {
      case SignedIn in -> audit.done(AuditAction.SIGNED_IN, in.account());
      case Refused _ -> audit.refused(AuditAction.SIGN_IN_REFUSED, account, Clients.DESK, code);
      case LockedUntil _ ->
          audit.refusedAgain(
              AuditAction.SIGN_IN_LOCKED, account, Clients.DESK, "too-many-tries", tried);
      case SecondFactorNeeded _, NewPasswordNeeded _ -> {}
    }
  }
}
