package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One call of the server's API: sent on the connection's threads, read there, told on the desk's
/// executor.
final class Calls {

  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final ServerAddress address;
  private final Executor executor;
  private final JsonMapper json = WireJson.lenientMapper();
  private final Answers answers = new Answers(json);
  private final OkHttpClient client;

  Calls(ServerAddress address, Executor executor) {
    this(address, executor, address.client());
  }

  private Calls(ServerAddress address, Executor executor, OkHttpClient client) {
    this.address = address;
    this.executor = executor;
    this.client = client;
  }

  /// The same for what takes the server long: it may say nothing for minutes.
  Calls patiently() {
    OkHttpClient patient =
        client.newBuilder().callTimeout(Duration.ZERO).readTimeout(LONGEST_SILENCE).build();
    return new Calls(address, executor, patient);
  }

  Answers answers() {
    return answers;
  }

  @FunctionalInterface
  interface Reader<T> {
    Outcome<T> read(Response response) throws IOException;
  }

  HttpUrl.Builder api(String path) {
    return address.api(path);
  }

  static okhttp3.Request get(HttpUrl url) {
    return new okhttp3.Request.Builder().url(url).build();
  }

  static okhttp3.Request.Builder keyed(HttpUrl url, CommandKey key) {
    return new okhttp3.Request.Builder().url(url).header("Idempotency-Key", key.value().toString());
  }

  okhttp3.Request.Builder post(String path, Object command, CommandKey key) {
    return keyed(address.api(path).build(), key).post(body(command));
  }

  /// Changes the version that is given.
  okhttp3.Request.Builder put(String path, int version, Object command, CommandKey key) {
    return keyed(address.api(path).build(), key)
        .header("If-Match", version(version))
        .put(body(command));
  }

  RequestBody body(Object command) {
    return RequestBody.create(json.writeValueAsBytes(command), JSON);
  }

  /// For `If-Match`.
  static String version(int version) {
    return "\"" + version + "\"";
  }

  <T> Request send(okhttp3.Request request, TypeReference<T> type, Consumer<Outcome<T>> then) {
    return send(request, response -> answers.read(response, type), then);
  }

  /// For an answer that says nothing but that it was done: then `value` is told.
  <T> Request send(
      okhttp3.Request request, TypeReference<T> type, T value, Consumer<Outcome<T>> then) {
    return send(
        request,
        response ->
            response.isSuccessful() ? new Outcome.Done<>(value) : answers.read(response, type),
        then);
  }

  <T> Request send(okhttp3.Request request, Reader<T> reader, Consumer<Outcome<T>> then) {
    Call call = client.newCall(request);
    Delivery delivery = new Delivery(executor, call);
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException cause) {
            delivery.deliver(() -> then.accept(new Outcome.Unknown<>(BrokenLine.cause(cause))));
          }

          @Override
          public void onResponse(Call answered, Response response) {
            Outcome<T> outcome = read(response, reader);
            delivery.deliver(() -> then.accept(outcome));
          }
        });
    return delivery;
  }

  private static <T> Outcome<T> read(Response response, Reader<T> reader) {
    try (response) {
      return reader.read(response);
    } catch (IOException cut) {
      return new Outcome.Unknown<>(Cause.NO_ANSWER);
    }
  }
}
