package io.daysheet.desktop.remote;

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
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;

/// The own account over REST.
public final class HttpAccountServer implements AccountServer {

  private static final TypeReference<Me> ME = new TypeReference<>() {};
  private static final TypeReference<Boolean> DONE = new TypeReference<>() {};
  private static final TypeReference<SecondFactorKey> KEY = new TypeReference<>() {};
  private static final TypeReference<RecoveryCodes> CODES = new TypeReference<>() {};

  private final Calls calls;

  public HttpAccountServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
  }

  @Override
  public Request me(Consumer<Outcome<Me>> then) {
    return calls.send(Calls.get(calls.api("me").build()), ME, then);
  }

  @Override
  public Request unlock(String pin, Consumer<Outcome<Boolean>> then) {
    return calls.send(post("me/unlock", new UnlockDesk(pin)), DONE, true, then);
  }

  @Override
  public Request choosePin(SetPin pin, Consumer<Outcome<Boolean>> then) {
    return calls.send(at("me/pin").put(calls.body(pin)).build(), DONE, true, then);
  }

  @Override
  public Request removePin(Consumer<Outcome<Boolean>> then) {
    return calls.send(at("me/pin").delete().build(), DONE, true, then);
  }

  @Override
  public Request changePassword(ChangePassword change, Consumer<Outcome<Boolean>> then) {
    return calls.send(post("me/password", change), DONE, true, then);
  }

  @Override
  public Request beginSecondFactor(
      BeginSecondFactor proof, Consumer<Outcome<SecondFactorKey>> then) {
    return calls.send(at("me/second-factor").put(calls.body(proof)).build(), KEY, then);
  }

  @Override
  public Request confirmSecondFactor(
      ConfirmSecondFactor code, Consumer<Outcome<RecoveryCodes>> then) {
    return calls.send(post("me/second-factor", code), CODES, then);
  }

  @Override
  public Request removeSecondFactor(RemoveSecondFactor proof, Consumer<Outcome<Boolean>> then) {
    return calls.send(post("me/second-factor/remove", proof), DONE, true, then);
  }

  @Override
  public Request renewRecoveryCodes(
      RenewRecoveryCodes proof, Consumer<Outcome<RecoveryCodes>> then) {
    return calls.send(post("me/recovery-codes", proof), CODES, then);
  }

  private okhttp3.Request post(String path, Object command) {
    return calls.post(path, command, CommandKey.fresh()).build();
  }

  private okhttp3.Request.Builder at(String path) {
    return Calls.keyed(calls.api(path).build(), CommandKey.fresh());
  }
}
