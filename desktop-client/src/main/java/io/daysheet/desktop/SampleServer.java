package io.daysheet.desktop;

import io.daysheet.schedule.DaySchedule;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Page;
import io.daysheet.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// As much of a server as [SelfCheck] needs, on the loopback address of this very program: it knows
/// one hospital with its [SampleDay], opens the stream of changes and never sends one.
final class SampleServer implements AutoCloseable {

  /// RFC 6455, section 1.3: what a server adds to the key before it hashes it.
  private static final String WEB_SOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket door;
  private final DaySchedule day = SampleDay.schedule();

  private SampleServer(ServerSocket door) {
    this.door = door;
  }

  static SampleServer open() {
    try {
      var server = new SampleServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread _ = Thread.ofVirtual().start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        Thread _ = Thread.ofVirtual().start(() -> answer(guest));
      } catch (IOException closing) {
        return;
      }
    }
  }

  private void answer(Socket guest) {
    try (guest) {
      var in =
          new BufferedReader(
              new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
      String request = in.readLine();
      Map<String, String> headers = headers(in);
      String key = headers.get("sec-websocket-key");
      String answer = key == null ? page(body(String.valueOf(request))) : upgrade(key);
      guest.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      guest.getOutputStream().flush();
      if (key != null) {
        long _ = in.transferTo(Writer.nullWriter());
      }
    } catch (IOException gone) {
      // The desk has hung up, which is its right.
    }
  }

  private static Map<String, String> headers(BufferedReader in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[parts.length - 1].strip());
    }
    return headers;
  }

  private @Nullable String body(String request) {
    if (request.startsWith("GET /api/v1/hospitals")) {
      return json(new Page<>(List.of(day.hospital()), null));
    }
    if (request.startsWith("GET /api/v1/schedule")) {
      return json(day);
    }
    return request.startsWith("GET /actuator/health/readiness") ? "{}" : null;
  }

  private String json(Object body) {
    return WireJson.mapper().writeValueAsString(new InZone<>(day.hospital().timeZone(), body));
  }

  private static String page(@Nullable String body) {
    String text = body == null ? "{}" : body;
    return "HTTP/1.1 %s\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(
            body == null ? "404 Not Found" : "200 OK",
            text.getBytes(StandardCharsets.UTF_8).length,
            text);
  }

  private static String upgrade(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + WEB_SOCKET).getBytes(StandardCharsets.US_ASCII));
      return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n"
          .formatted(Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never); // every Java has it
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
