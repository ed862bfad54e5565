package io.daysheet.desktop.signin;

import io.daysheet.desktop.remote.AccountServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.Violation;
import io.daysheet.wire.BeginSecondFactor;
import io.daysheet.wire.ChangePassword;
import io.daysheet.wire.ConfirmSecondFactor;
import io.daysheet.wire.Me;
import io.daysheet.wire.RecoveryCodes;
import io.daysheet.wire.RemoveSecondFactor;
import io.daysheet.wire.RenewRecoveryCodes;
import io.daysheet.wire.SecondFactorKey;
import io.daysheet.wire.SetPin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// An account's server that answers when the test says so.
public final class QuietAccount implements AccountServer {

  final List<String> tried = new ArrayList<>();
  final List<SetPin> chosen = new ArrayList<>();
  private Consumer<Outcome<Boolean>> asking = _ -> {};

  void right() {
    asking.accept(new Outcome.Done<>(true));
  }

  void refuse(int status, String code, Violation... violations) {
    asking.accept(new Outcome.Refused<>(status, code, List.of(violations)));
  }

  void loseTheAnswer() {
    asking.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  @Override
  public Request me(Consumer<Outcome<Me>> then) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request unlock(String pin, Consumer<Outcome<Boolean>> then) {
    tried.add(pin);
    return ask(then);
  }

  @Override
  public Request choosePin(SetPin pin, Consumer<Outcome<Boolean>> then) {
    chosen.add(pin);
    return ask(then);
  }

  private Request ask(Consumer<Outcome<Boolean>> then) {
    asking = then;
    return () -> asking = _ -> {};
  }

  @Override
  public Request removePin(Consumer<Outcome<Boolean>> then) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request changePassword(ChangePassword change, Consumer<Outcome<Boolean>> then) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request beginSecondFactor(
      BeginSecondFactor proof, Consumer<Outcome<SecondFactorKey>> then) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request confirmSecondFactor(
      ConfirmSecondFactor code, Consumer<Outcome<RecoveryCodes>> then) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request removeSecondFactor(RemoveSecondFactor proof, Consumer<Outcome<Boolean>> then) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request renewRecoveryCodes(
      RenewRecoveryCodes proof, Consumer<Outcome<RecoveryCodes>> then) {
    throw new UnsupportedOperationException();
  }
}
