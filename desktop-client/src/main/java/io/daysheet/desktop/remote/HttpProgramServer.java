package io.daysheet.desktop.remote;

import io.daysheet.identity.Role;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.Page;
import io.daysheet.wire.ProgramClient;
import io.daysheet.wire.User;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import tools.jackson.core.type.TypeReference;

/// The clients of programs over REST.
public final class HttpProgramServer implements ProgramServer {

  private static final TypeReference<Page<ProgramClient>> PROGRAMS = new TypeReference<>() {};
  private static final TypeReference<ProgramClient> PROGRAM = new TypeReference<>() {};
  private static final TypeReference<NewClient> MADE = new TypeReference<>() {};
  private static final TypeReference<ClientSecret> SECRET = new TypeReference<>() {};
  private static final TypeReference<Page<User>> USERS = new TypeReference<>() {};

  private final Calls calls;

  public HttpProgramServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
  }

  @Override
  public Request programs(Consumer<Outcome<List<ProgramClient>>> then) {
    return new AllPages<>(calls, calls.api("clients"), PROGRAMS, then).start();
  }

  @Override
  public Request accounts(Consumer<Outcome<List<User>>> then) {
    HttpUrl.Builder url = calls.api("users").addQueryParameter("role", Role.INTEGRATION.name());
    return new AllPages<>(calls, url, USERS, then).start();
  }

  @Override
  public Request create(CreateClient command, Consumer<Outcome<NewClient>> then) {
    return calls.send(calls.post("clients", command, CommandKey.fresh()).build(), MADE, then);
  }

  @Override
  public Request change(
      ProgramClient program, ChangeClient command, Consumer<Outcome<ProgramClient>> then) {
    okhttp3.Request request =
        Calls.keyed(at(program).build(), CommandKey.fresh())
            .header("If-Match", Calls.version(program.version()))
            .put(calls.body(command))
            .build();
    return calls.send(request, PROGRAM, then);
  }

  @Override
  public Request newSecret(ProgramClient program, Consumer<Outcome<ClientSecret>> then) {
    HttpUrl url = at(program).addPathSegment("rotate-secret").build();
    return calls.send(
        Calls.keyed(url, CommandKey.fresh()).post(RequestBody.EMPTY).build(), SECRET, then);
  }

  private HttpUrl.Builder at(ProgramClient program) {
    return calls.api("clients").addPathSegment(program.id());
  }
}
