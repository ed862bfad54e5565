package io.daysheet.server.users;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.OwnAccount;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.identity.AccountRegister;
import io.daysheet.server.identity.Recovery;
import io.daysheet.server.identity.SecondFactors;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.OneTimePassword;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator does for others who can't sign in any more. To the own account nobody does
/// it: whoever finds a desk open could take the account over.
@Component
class UserHelp {

  private final AccountRegister register;
  private final Recovery recovery;
  private final SecondFactors secondFactors;
  private final Audit audit;

  UserHelp(AccountRegister register, Recovery recovery, SecondFactors secondFactors, Audit audit) {
    this.register = register;
    this.recovery = recovery;
    this.secondFactors = secondFactors;
    this.audit = audit;
  }

  OneTimePassword resetPassword(AccountId id, Caller caller) {
    if (other(id, caller, "password").roles().contains(Role.INTEGRATION)) {
      throw refused(new InvalidValue("id", Expected.PERSON));
    }
    return recovery.reset(id, () -> write(AuditAction.PASSWORD_RESET, id, caller));
  }

  @Transactional
  void unlock(AccountId id, Caller caller) {
    recovery.unlock(other(id, caller, "lockedUntil").id());
    write(AuditAction.ACCOUNT_UNLOCKED, id, caller);
  }

  @Transactional
  void removeSecondFactor(AccountId id, Caller caller) {
    secondFactors.remove(other(id, caller, "secondFactor").id(), null);
    write(AuditAction.SECOND_FACTOR_CHANGED, id, caller);
  }

  private Account other(AccountId id, Caller caller, String field) {
    Account account = register.find(id).orElseThrow(RequestRefused::notFound);
    if (caller.account().id().equals(id)) {
      throw refused(new OwnAccount(field));
    }
    return account;
  }

  private void write(AuditAction action, AccountId account, Caller caller) {
    audit.write(Who.of(caller), Deed.done(action, account.value()));
  }

  private static RequestRefused refused(Violation violation) {
    return new RequestRefused(Problems.refused(List.of(violation)));
  }
}
