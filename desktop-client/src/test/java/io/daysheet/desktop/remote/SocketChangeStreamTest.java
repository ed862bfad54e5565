package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.wire.Change;
import io.daysheet.wire.StreamMessage;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketChangeStreamTest {

  private static final StreamMessage MESSAGE =
      new StreamMessage.Changes(
          Clinic.ID,
          List.of(
              new Change.AppointmentBooked(
                  8, Clinic.at(9), "Desk 2", Clinic.visit(1, Clinic.HADDAD, 10, 1))));

  private final MockWebServer web = new MockWebServer();
  private final ExecutorService desk = Executors.newSingleThreadExecutor();
  private final List<Object> heard = new CopyOnWriteArrayList<>();
  private final ServerEnd serverEnd = new ServerEnd();
  private ServerAddress address;
  private SocketChangeStream stream;

  @BeforeEach
  void start() throws IOException {
    web.start();
    address = new ServerAddress(web.url("/").toString(), "Desk 1", null, Duration.ofSeconds(2));
    stream = new SocketChangeStream(address, desk, Duration.ofMillis(200));
  }

  @AfterEach
  void stop() {
    address.close();
    web.close();
    desk.shutdownNow();
  }

  @Test
  void itSubscribesAndHearsWhatIsCommitted() {
    ChangeStream.Connection connection = open();
    connection.subscribe(Clinic.ID, new StreamPosition("epoch", 7));
    await().until(() -> serverEnd.received.size() == 1);
    assertThat(serverEnd.received.getFirst())
        .isEqualTo(
            "{\"type\":\"subscribe\",\"hospital\":\"%s\",\"after\":7,\"epoch\":\"epoch\"}"
                .formatted(Clinic.ID));

    serverEnd.send(WireJson.mapper().writeValueAsString(MESSAGE));

    await().untilAsserted(() -> assertThat(heard).containsExactly("opened", MESSAGE));
  }

  @Test
  void whatCanNotBeReadIsToldAndNoError() {
    open();
    serverEnd.send("{\"type\":\"changes\"");
    serverEnd.send(
        "{\"type\":\"changes\",\"hospital\":\"%s\",\"changes\":[{\"sequence\":8,\"kind\":\"x\"}]}"
            .formatted(Clinic.ID));
    serverEnd.socket().send(ByteString.encodeUtf8("binary"));

    await()
        .untilAsserted(() ->
            assertThat(heard).containsExactly("opened", "unreadable", "unreadable", "unreadable"));
  }

  @Test
  void aConnectionThatTheServerEndsIsClosedOnce() {
    open();
    serverEnd.socket().close(1001, "going away");

    await().untilAsserted(() -> assertThat(heard).containsExactly("opened", "closed"));
  }

  @Test
  void aConnectionThatBreaksIsClosed() {
    open();
    web.close();

    await().untilAsserted(() -> assertThat(heard).containsExactly("opened", "closed"));
  }

  @Test
  void aServerThatRefusesTheSocketIsClosed() {
    web.enqueue(new MockResponse.Builder().code(403).build());
    stream.open(new Recorder());

    await().untilAsserted(() -> assertThat(heard).containsExactly("closed"));
  }

  @Test
  void whatTheDeskClosedIsNotHeardAnyMore() {
    ChangeStream.Connection connection = open();
    connection.close();
    serverEnd.send("late");

    await().until(() -> serverEnd.closed);
    assertThat(heard).containsExactly("opened");
  }

  @Test
  void nothingIsHandedToTheDeskOnceItHasClosed() {
    var handed = new AtomicInteger();
    stream =
        new SocketChangeStream(
            address,
            news -> {
              handed.incrementAndGet();
              desk.execute(news);
            },
            Duration.ofMillis(200));
    open().close();
    await().until(() -> serverEnd.closed);

    await().during(Duration.ofMillis(300)).untilAsserted(() -> assertThat(handed).hasValue(1));
  }

  private ChangeStream.Connection open() {
    web.enqueue(new MockResponse.Builder().webSocketUpgrade(serverEnd).build());
    ChangeStream.Connection connection = stream.open(new Recorder());
    await().until(() -> heard.contains("opened") && serverEnd.socket != null);
    return connection;
  }

  private final class Recorder implements ChangeStream.Listener {
    @Override
    public void opened() {
      heard.add("opened");
    }

    @Override
    public void heard(StreamMessage message) {
      heard.add(message);
    }

    @Override
    public void unreadable() {
      heard.add("unreadable");
    }

    @Override
    public void closed() {
      heard.add("closed");
    }
  }

  private static final class ServerEnd extends WebSocketListener {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile @Nullable WebSocket socket;
    private volatile boolean closed;

    private WebSocket socket() {
      return Objects.requireNonNull(socket);
    }

    private void send(String text) {
      boolean _ = socket().send(text);
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
      socket = opened;
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      received.add(text);
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
      closed = true;
      boolean _ = from.close(1000, null);
    }
  }
}
