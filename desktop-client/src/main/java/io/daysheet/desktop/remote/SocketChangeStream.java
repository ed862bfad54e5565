package io.daysheet.desktop.remote;

import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.wire.StreamMessage;
import io.daysheet.wire.WireJson;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The stream of changes over a WebSocket.
///
/// The desk pings, too: a connection that is only half there, since a cable was pulled or the
/// machine slept, is found within two intervals and counts as closed.
public final class SocketChangeStream implements ChangeStream {

  private static final Duration PING = Duration.ofSeconds(10);

  private final ServerAddress address;
  private final OkHttpClient client;
  private final Executor executor;
  private final JsonMapper json = WireJson.lenientMapper();

  public SocketChangeStream(ServerAddress address, Executor executor) {
    this(address, executor, PING);
  }

  SocketChangeStream(ServerAddress address, Executor executor, Duration ping) {
    this.address = address;
    this.executor = executor;
    this.client =
        address
            .client()
            .newBuilder()
            .pingInterval(ping)
            .readTimeout(Duration.ZERO)
            .callTimeout(Duration.ZERO)
            .build();
  }

  @Override
  public Connection open(Listener listener) {
    var request = new okhttp3.Request.Builder().url(address.api("changes").build()).build();
    Socket socket = new Socket(listener, address.tokens());
    socket.webSocket = client.newWebSocket(request, socket);
    return socket;
  }

  private final class Socket extends WebSocketListener implements Connection {
    private final Listener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final @Nullable TokenRenewal renewal;
    private volatile @Nullable WebSocket webSocket;

    Socket(Listener listener, @Nullable AccessTokens tokens) {
      this.listener = listener;
      this.renewal = tokens == null ? null : new TokenRenewal(tokens, this::send);
    }

    /// A frame that can't be sent any more is no loss: the connection is being closed, then.
    private void send(StreamMessage message) {
      WebSocket open = webSocket;
      if (open != null) {
        boolean _ = open.send(json.writeValueAsString(message));
      }
    }

    private void stopRenewing() {
      if (renewal != null) {
        renewal.stop();
      }
    }

    @Override
    public void subscribe(HospitalId hospital, StreamPosition after) {
      send(new StreamMessage.Subscribe(hospital, after.sequence(), after.epoch()));
    }

    @Override
    public void close() {
      over.set(true);
      stopRenewing();
      WebSocket open = webSocket;
      if (open != null && !open.close(1000, null)) {
        open.cancel();
      }
    }

    /// Whoever has closed the connection may have ended the executor too.
    private void tell(Runnable news) {
      if (!over.get()) {
        executor.execute(() -> {
          if (!over.get()) {
            news.run();
          }
        });
      }
    }

    private void tellClosed() {
      stopRenewing();
      tell(() -> {
        over.set(true);
        listener.closed();
      });
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      webSocket = socket;
      if (renewal != null) {
        renewal.start();
      }
      tell(listener::opened);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      StreamMessage message;
      try {
        message = json.readValue(text, StreamMessage.class);
      } catch (JacksonException unreadable) {
        tell(listener::unreadable);
        return;
      }
      tell(() -> listener.heard(message));
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
      tell(listener::unreadable);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      boolean _ = socket.close(1000, null);
      tellClosed();
    }

    @Override
    public void onFailure(WebSocket socket, Throwable cause, @Nullable Response response) {
      tellClosed();
    }
  }
}
