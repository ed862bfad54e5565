package io.daysheet.server.users;

import io.daysheet.identity.Right;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.SignedIn;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.BeginSecondFactor;
import io.daysheet.wire.ChangePassword;
import io.daysheet.wire.ConfirmSecondFactor;
import io.daysheet.wire.Me;
import io.daysheet.wire.RecoveryCodes;
import io.daysheet.wire.RemoveSecondFactor;
import io.daysheet.wire.RenewRecoveryCodes;
import io.daysheet.wire.SecondFactorKey;
import io.daysheet.wire.SetPin;
import io.daysheet.wire.UnlockDesk;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/me`: the own account. What the desk's menus show follows from its rights.
@RestController
@RequestMapping("/api/v1/me")
class MeController {

  private final OwnAccount own;

  MeController(OwnAccount own) {
    this.own = own;
  }

  @GetMapping
  @NotAudited("the own account")
  @Needs(Right.OWN_ACCOUNT)
  Me me(Caller caller) {
    return own.describe(caller);
  }

  @PostMapping("/password")
  @Audited(value = AuditAction.PASSWORD_CHANGED, byItself = true)
  @Needs(Right.OWN_ACCOUNT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@RequestBody ChangePassword request, Caller caller, SignedIn signedIn) {
    own.change(request, caller, signedIn.session());
  }

  @PutMapping("/pin")
  @Audited(value = AuditAction.PIN_CHANGED, byItself = true)
  @Needs(Right.OWN_ACCOUNT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setPin(@RequestBody SetPin request, Caller caller) {
    own.set(request, caller);
  }

  @DeleteMapping("/pin")
  @Audited(value = AuditAction.PIN_CHANGED, byItself = true)
  @Needs(Right.OWN_ACCOUNT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removePin(Caller caller) {
    own.removePin(caller);
  }

  @PostMapping("/unlock")
  @Audited(value = AuditAction.DESK_UNLOCKED, byItself = true)
  @Needs(Right.OWN_ACCOUNT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlock(@RequestBody UnlockDesk request, Caller caller, SignedIn signedIn) {
    own.unlock(request, caller, signedIn.session());
  }

  @PutMapping("/second-factor")
  @Audited(value = AuditAction.SECOND_FACTOR_CHANGED, byItself = true)
  @Needs(Right.OWN_ACCOUNT)
  SecondFactorKey beginSecondFactor(@RequestBody BeginSecondFactor request, Caller caller) {
    return own.begin(request.password(), caller);
  }

  @PostMapping("/second-factor")
  @Audited(value = AuditAction.SECOND_FACTOR_CHANGED, byItself = true)
  @Needs(Right.OWN_ACCOUNT)
  RecoveryCodes confirmSecondFactor(@RequestBody ConfirmSecondFactor request, Caller caller) {
    return own.confirm(request, caller);
  }

  @PostMapping("/second-factor/remove")
  @Audited(value = AuditAction.SECOND_FACTOR_CHANGED, byItself = true)
  @Needs(Right.OWN_ACCOUNT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeSecondFactor(
      @RequestBody RemoveSecondFactor request, Caller caller, SignedIn signedIn) {
    own.remove(request, caller, signedIn.session());
  }

  @PostMapping("/recovery-codes")
  @Audited(value = AuditAction.SECOND_FACTOR_CHANGED, byItself = true)
  @Needs(Right.OWN_ACCOUNT)
  RecoveryCodes renewRecoveryCodes(@RequestBody RenewRecoveryCodes request, Caller caller) {
    return own.renew(request, caller);
  }
}
