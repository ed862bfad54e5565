package io.daysheet.desktop.remote;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.wire.ChangeUser;
import io.daysheet.wire.CreateUser;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.Page;
import io.daysheet.wire.User;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Accounts over REST.
public final class HttpUserServer implements UserServer {

  private static final String PAGE_SIZE = "50";
  private static final TypeReference<Page<User>> USERS = new TypeReference<>() {};
  private static final TypeReference<User> USER = new TypeReference<>() {};
  private static final TypeReference<OneTimePassword> PASSWORD = new TypeReference<>() {};
  private static final TypeReference<Boolean> DONE = new TypeReference<>() {};
  private static final TypeReference<Page<Hospital>> HOSPITALS = new TypeReference<>() {};
  private static final TypeReference<Page<Doctor>> DOCTORS = new TypeReference<>() {};

  private final Calls calls;

  public HttpUserServer(ServerAddress address, Executor executor) {
    this.calls = new Calls(address, executor);
  }

  @Override
  public Request users(String query, @Nullable String after, Consumer<Outcome<Page<User>>> then) {
    HttpUrl.Builder url =
        calls.api("users").addQueryParameter("query", query).addQueryParameter("limit", PAGE_SIZE);
    if (after != null) {
      url.addQueryParameter("after", after);
    }
    return calls.send(Calls.get(url.build()), USERS, then);
  }

  @Override
  public Request create(CreateUser command, CommandKey key, Consumer<Outcome<User>> then) {
    return calls.send(calls.post("users", command, key).build(), USER, then);
  }

  @Override
  public Request change(
      User user, ChangeUser command, CommandKey key, Consumer<Outcome<User>> then) {
    okhttp3.Request request =
        Calls.keyed(calls.api("users/" + user.id()).build(), key)
            .header("If-Match", Calls.version(user.version()))
            .put(calls.body(command))
            .build();
    return calls.send(request, USER, then);
  }

  @Override
  public Request resetPassword(User user, Consumer<Outcome<OneTimePassword>> then) {
    return calls.send(post(user, "reset-password"), PASSWORD, then);
  }

  @Override
  public Request unlock(User user, Consumer<Outcome<Boolean>> then) {
    return calls.send(post(user, "unlock"), DONE, true, then);
  }

  @Override
  public Request removeSecondFactor(User user, Consumer<Outcome<Boolean>> then) {
    okhttp3.Request request =
        Calls.keyed(calls.api("users/" + user.id() + "/second-factor").build(), CommandKey.fresh())
            .delete()
            .build();
    return calls.send(request, DONE, true, then);
  }

  private okhttp3.Request post(User user, String what) {
    return Calls.keyed(calls.api("users/" + user.id() + "/" + what).build(), CommandKey.fresh())
        .post(okhttp3.RequestBody.EMPTY)
        .build();
  }

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    return new AllPages<>(calls, calls.api("hospitals"), HOSPITALS, then).start();
  }

  @Override
  public Request doctors(Consumer<Outcome<List<Doctor>>> then) {
    return new AllPages<>(calls, calls.api("doctors"), DOCTORS, then).start();
  }
}
