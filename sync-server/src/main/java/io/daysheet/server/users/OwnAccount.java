package io.daysheet.server.users;

import io.daysheet.identity.Account;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.FullSignInNeeded;
import io.daysheet.rule.Violation.MissingField;
import io.daysheet.rule.Violation.SecondFactorActive;
import io.daysheet.rule.Violation.WrongSecret;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.identity.Passwords;
import io.daysheet.server.identity.PinOutcome;
import io.daysheet.server.identity.Pins;
import io.daysheet.server.identity.SecondFactors;
import io.daysheet.server.identity.SignIn;
import io.daysheet.server.identity.SignInOutcome;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangePassword;
import io.daysheet.wire.ConfirmSecondFactor;
import io.daysheet.wire.Me;
import io.daysheet.wire.RecoveryCodes;
import io.daysheet.wire.RemoveSecondFactor;
import io.daysheet.wire.RenewRecoveryCodes;
import io.daysheet.wire.SecondFactorKey;
import io.daysheet.wire.SetPin;
import io.daysheet.wire.UnlockDesk;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What everybody does with the own account. Before anything that somebody else could use later,
/// the password is asked for again: a desk may have been left open.
@Component
class OwnAccount {

  private final SignIn signIn;
  private final Passwords passwords;
  private final SecondFactors secondFactors;
  private final Pins pins;
  private final DeskSettings desk;
  private final Audit audit;
  private final TransactionTemplate transaction;

  OwnAccount(
      SignIn signIn,
      Passwords passwords,
      SecondFactors secondFactors,
      Pins pins,
      DeskSettings desk,
      Audit audit,
      TransactionTemplate transaction) {
    this.signIn = signIn;
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.pins = pins;
    this.desk = desk;
    this.audit = audit;
    this.transaction = transaction;
  }

  Me describe(Caller caller) {
    Account account = caller.account();
    return new Me(
        account.id(),
        account.login(),
        account.name(),
        UserAnswers.roles(account),
        UserAnswers.hospitals(account),
        account.everyHospital(),
        account.doctorId(),
        account.patientId(),
        Arrays.stream(Right.values())
            .filter(right -> caller.reach(right) != Reach.NOTHING)
            .collect(Collectors.toMap(Function.identity(), caller::reach)),
        passwords.has(account.id()),
        secondFactors.isActive(account.id()),
        secondFactors.recoveryCodes(account.id()),
        pins.has(account.id()),
        desk.lockAfter());
  }

  void change(ChangePassword request, Caller caller, String session) {
    proveByPassword("currentPassword", request.currentPassword(), caller);
    refuse(
        passwords.replace(
            caller.account().id(),
            request.newPassword(),
            session,
            () -> write(AuditAction.PASSWORD_CHANGED, caller)));
  }

  void set(SetPin request, Caller caller) {
    prove("password", request.password(), caller);
    if (!pins.areTaken()) {
      throw refused(new FullSignInNeeded());
    }
    refuse(
        pins.set(
            caller.account().id(), request.pin(), () -> write(AuditAction.PIN_CHANGED, caller)));
  }

  @Transactional
  void removePin(Caller caller) {
    pins.remove(caller.account().id());
    write(AuditAction.PIN_CHANGED, caller);
  }

  void unlock(UnlockDesk request, Caller caller, String session) {
    switch (pins.verify(caller.account().id(), session, request.pin())) {
      case PinOutcome.Unlocked _ -> write(AuditAction.DESK_UNLOCKED, caller);
      case PinOutcome.Wrong wrong -> throw refused(new WrongSecret("pin", wrong.triesLeft()));
      case PinOutcome.FullSignInNeeded _ -> throw refused(new FullSignInNeeded());
    }
  }

  SecondFactorKey begin(String password, Caller caller) {
    proveByPassword("password", password, caller);
    return secondFactors
        .begin(caller.account())
        .map(begun -> new SecondFactorKey(begun.uri(), begun.key()))
        .orElseThrow(() -> refused(new SecondFactorActive()));
  }

  @Transactional
  RecoveryCodes confirm(ConfirmSecondFactor request, Caller caller) {
    List<String> codes =
        secondFactors
            .confirm(caller.account().id(), request.code())
            .orElseThrow(() -> refused(new WrongSecret("code", null)));
    write(AuditAction.SECOND_FACTOR_CHANGED, caller);
    return new RecoveryCodes(codes);
  }

  void remove(RemoveSecondFactor request, Caller caller, String session) {
    proveByPassword("password", request.password(), caller);
    proveByCode(request.code(), caller);
    transaction.executeWithoutResult(_ -> {
      secondFactors.remove(caller.account().id(), session);
      write(AuditAction.SECOND_FACTOR_CHANGED, caller);
    });
  }

  RecoveryCodes renew(RenewRecoveryCodes request, Caller caller) {
    proveByPassword("password", request.password(), caller);
    proveByCode(request.code(), caller);
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          List<String> codes =
              secondFactors
                  .renewRecoveryCodes(caller.account().id())
                  .orElseThrow(() -> refused(new WrongSecret("code", null)));
          write(AuditAction.SECOND_FACTOR_CHANGED, caller);
          return new RecoveryCodes(codes);
        }));
  }

  private void proveByCode(String code, Caller caller) {
    switch (signIn.secondFactorAgain(caller.account(), code, caller.address())) {
      case SignInOutcome.LockedUntil locked -> throw new LockedOut(locked.until());
      case SignInOutcome.Refused _ -> throw refused(new WrongSecret("code", null));
      case SignInOutcome.SignedIn _,
          SignInOutcome.NewPasswordNeeded _,
          SignInOutcome.SecondFactorNeeded _ -> {}
    }
  }

  /// A program, and whoever signs in with an external provider, has no password here, and gives
  /// itself none.
  private void proveByPassword(String field, String password, Caller caller) {
    if (!passwords.has(caller.account().id())) {
      throw refused(new WrongSecret(field, null));
    }
    prove(field, password, caller);
  }

  /// Where there is no password to ask for, being signed in is enough.
  private void prove(String field, @Nullable String password, Caller caller) {
    if (!passwords.has(caller.account().id())) {
      return;
    }
    if (password == null) {
      throw RequestRefused.malformed(new MissingField(field));
    }
    switch (signIn.again(caller.account(), password)) {
      case SignInOutcome.LockedUntil locked -> throw new LockedOut(locked.until());
      case SignInOutcome.Refused _ -> throw refused(new WrongSecret(field, null));
      case SignInOutcome.SignedIn _,
          SignInOutcome.NewPasswordNeeded _,
          SignInOutcome.SecondFactorNeeded _ -> {}
    }
  }

  private void write(AuditAction action, Caller caller) {
    audit.write(Who.of(caller), Deed.done(action, caller.account().id().value()));
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations));
    }
  }

  private static RequestRefused refused(Violation violation) {
    return new RequestRefused(Problems.refused(List.of(violation)));
  }
}
