package io.daysheet.desktop.account;

import io.daysheet.desktop.remote.AccountServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// One account's server that answers when the test says so.
final class OwnServer implements AccountServer {

  static final SecondFactorKey KEY =
      new SecondFactorKey(
          "otpauth://totp/Daysheet:m.krol?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Daysheet",
          "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
  static final RecoveryCodes CODES =
      new RecoveryCodes(
          IntStream.range(0, 10).mapToObj(i -> "k4tz-9wq%d-mm2x-v7bd".formatted(i)).toList());

  final List<Object> asked = new ArrayList<>();
  private Consumer<Outcome<Object>> answer = _ -> {};

  static Me me(boolean password, boolean secondFactor, int codes, boolean pin) {
    return new Me(
        new AccountId(new UUID(7, 1)),
        "m.krol",
        "Marta Król",
        List.of(Role.RECEPTIONIST),
        List.of(),
        true,
        null,
        null,
        Map.of(),
        password,
        secondFactor,
        codes,
        pin,
        Duration.ofMinutes(15));
  }

  void answer(Object value) {
    tell(new Outcome.Done<>(value));
  }

  void refuse(Violation... violations) {
    tell(new Outcome.Refused<>(422, "refused-code", List.of(violations)));
  }

  void lose(Cause cause) {
    tell(new Outcome.Unknown<>(cause));
  }

  private void tell(Outcome<Object> outcome) {
    Consumer<Outcome<Object>> told = answer;
    answer = _ -> {};
    told.accept(outcome);
  }

  @SuppressWarnings("unchecked") // the test answers with what was asked for
  private <T> Request ask(Object what, Consumer<Outcome<T>> then) {
    asked.add(what);
    Consumer<Outcome<Object>> heard = outcome -> then.accept((Outcome<T>) outcome);
    answer = heard;
    return () -> answer = _ -> {};
  }

  @Override
  public Request me(Consumer<Outcome<Me>> then) {
    return ask("me", then);
  }

  @Override
  public Request unlock(String pin, Consumer<Outcome<Boolean>> then) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Request choosePin(SetPin pin, Consumer<Outcome<Boolean>> then) {
    return ask(pin, then);
  }

  @Override
  public Request removePin(Consumer<Outcome<Boolean>> then) {
    return ask("no pin", then);
  }

  @Override
  public Request changePassword(ChangePassword change, Consumer<Outcome<Boolean>> then) {
    return ask(change, then);
  }

  @Override
  public Request beginSecondFactor(
      BeginSecondFactor proof, Consumer<Outcome<SecondFactorKey>> then) {
    return ask(proof, then);
  }

  @Override
  public Request confirmSecondFactor(
      ConfirmSecondFactor code, Consumer<Outcome<RecoveryCodes>> then) {
    return ask(code, then);
  }

  @Override
  public Request removeSecondFactor(RemoveSecondFactor proof, Consumer<Outcome<Boolean>> then) {
    return ask(proof, then);
  }

  @Override
  public Request renewRecoveryCodes(
      RenewRecoveryCodes proof, Consumer<Outcome<RecoveryCodes>> then) {
    return ask(proof, then);
  }
}
