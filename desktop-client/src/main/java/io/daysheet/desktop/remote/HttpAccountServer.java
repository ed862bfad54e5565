package io.daysheet.desktop.remote;

import io.daysheet.wire.Me;
import io.daysheet.wire.SetPin;
import io.daysheet.wire.UnlockDesk;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;

/// The own account over REST.
public final class HttpAccountServer implements AccountServer {

  private static final TypeReference<Me> ME = new TypeReference<>() {};
  private static final TypeReference<Boolean> DONE = new TypeReference<>() {};

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
    okhttp3.Request request =
        calls.post("me/unlock", new UnlockDesk(pin), CommandKey.fresh()).build();
    return calls.send(request, DONE, true, then);
  }

  @Override
  public Request choosePin(SetPin pin, Consumer<Outcome<Boolean>> then) {
    okhttp3.Request request =
        Calls.keyed(calls.api("me/pin").build(), CommandKey.fresh()).put(calls.body(pin)).build();
    return calls.send(request, DONE, true, then);
  }
}
