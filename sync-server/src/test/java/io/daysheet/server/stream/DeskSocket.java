package io.daysheet.server.stream;

import static org.awaitility.Awaitility.await;

import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestTokens;
import io.daysheet.wire.WireJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A desk's end of the change socket, which remembers every frame.
final class DeskSocket implements WebSocket.Listener, AutoCloseable {

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final AtomicInteger closeCode = new AtomicInteger();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable WebSocket socket;

  static DeskSocket open(int port) {
    return open(port, TestAccounts.DESK);
  }

  static DeskSocket open(int port, String login) {
    var desk = new DeskSocket();
    String bearer = TestTokens.of(login, URI.create("http://127.0.0.1:" + port)).bearer();
    desk.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", bearer)
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/changes"), desk)
            .join();
    return desk;
  }

  DeskSocket subscribe(HospitalId hospital, StreamPosition from) {
    return send(
        """
        {"type":"subscribe","hospital":"%s","after":%d,"epoch":"%s"}
        """
            .formatted(hospital, from.sequence(), from.epoch()));
  }

  DeskSocket send(String frame) {
    socket().sendText(frame, true).join();
    return this;
  }

  WebSocket socket() {
    return Objects.requireNonNull(socket);
  }

  List<Long> numbers() {
    return frames.stream()
        .filter(f -> f.get("type").asString().equals("changes"))
        .flatMap(f -> f.get("changes").valueStream())
        .map(c -> c.get("sequence").asLong())
        .toList();
  }

  List<JsonNode> changes() {
    return frames.stream().flatMap(f -> f.path("changes").valueStream()).toList();
  }

  void awaitNumber(long number) {
    await()
        .atMost(Duration.ofSeconds(20))
        .failFast("the server closed the socket", () -> !isOpen())
        .until(() -> !numbers().isEmpty() && numbers().getLast() >= number);
  }

  void awaitReset() {
    awaitResets(1);
  }

  void awaitResets(int many) {
    await()
        .atMost(Duration.ofSeconds(10))
        .failFast("the server closed the socket", () -> !isOpen())
        .until(() -> resets() == many);
  }

  long resets() {
    return frames.stream().filter(f -> f.get("type").asString().equals("reset")).count();
  }

  /// Whether that number came, rather than the server's goodbye.
  boolean hears(long number) {
    await().atMost(Duration.ofSeconds(20)).until(() -> !isOpen() || numbers().contains(number));
    return isOpen();
  }

  int awaitClose() {
    await().atMost(Duration.ofSeconds(20)).until(() -> closeCode.get() != 0);
    return closeCode.get();
  }

  boolean isOpen() {
    return closeCode.get() == 0;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(WireJson.mapper().readTree(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
    closeCode.set(statusCode);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closeCode.compareAndSet(0, 1006);
  }

  @Override
  public void close() {
    socket().abort();
  }
}
