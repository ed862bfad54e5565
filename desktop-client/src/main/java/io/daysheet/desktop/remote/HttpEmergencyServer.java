package io.daysheet.desktop.remote;

import io.daysheet.wire.BeginEmergencyAccess;
import io.daysheet.wire.EmergencyAccess;
import io.daysheet.wire.Page;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import tools.jackson.core.type.TypeReference;

/// Emergency access over REST.
public final class HttpEmergencyServer implements EmergencyServer {

  private static final String PATH = "emergency-access";
  private static final TypeReference<Page<EmergencyAccess>> ALL = new TypeReference<>() {};
  private static final TypeReference<EmergencyAccess> ONE = new TypeReference<>() {};
  private static final TypeReference<Boolean> DONE = new TypeReference<>() {};

  private final Calls calls;

  public HttpEmergencyServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
  }

  @Override
  public Request current(Consumer<Outcome<List<EmergencyAccess>>> then) {
    return new AllPages<>(calls, calls.api(PATH), ALL, then).start();
  }

  @Override
  public Request begin(
      BeginEmergencyAccess command, CommandKey key, Consumer<Outcome<EmergencyAccess>> then) {
    return calls.send(calls.post(PATH, command, key).build(), ONE, then);
  }

  @Override
  public Request end(EmergencyAccess access, Consumer<Outcome<Boolean>> then) {
    HttpUrl url = calls.api(PATH).addPathSegment(access.id().toString()).build();
    return calls.send(Calls.keyed(url, CommandKey.fresh()).delete().build(), DONE, true, then);
  }
}
