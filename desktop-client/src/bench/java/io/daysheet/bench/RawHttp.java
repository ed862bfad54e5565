package io.daysheet.bench;

import io.daysheet.desktop.remote.AccessTokens;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// One kept connection that speaks as little HTTP/1.1 as possible: client and server share the
/// machine, so what the client burns would be missing in the server's figure.
final class RawHttp implements AutoCloseable {

  private final URI server;
  private final AccessTokens tokens;
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  RawHttp(URI server, AccessTokens tokens) throws IOException {
    this.server = server;
    this.tokens = tokens;
    socket = open(server);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  private static Socket open(URI server) throws IOException {
    var socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void openAgain() throws IOException {
    socket.close();
    socket = open(server);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  /// What came back.
  record Answer(int status, String body) {}

  Answer get(String path) throws IOException {
    return exchange(
        "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + signed() + "\r\n\r\n");
  }

  Answer post(String path, Map<String, String> headers, String json) throws IOException {
    var request = new StringBuilder(600);
    request
        .append("POST ")
        .append(path)
        .append(" HTTP/1.1\r\nHost: ")
        .append(server.getAuthority())
        .append(signed());
    request.append("\r\nContent-Type: application/json\r\nContent-Length: ");
    request.append(json.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    return exchange(request.append("\r\n").append(json).toString());
  }

  private String signed() throws IOException {
    return "\r\nAuthorization: Bearer " + tokens.current().value();
  }

  private Answer exchange(String request) throws IOException {
    out.write(request.getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().substring(9, 12));
    long length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.startsWith("connection:")) {
        last = lower.contains("close");
      }
    }
    String body = new String(chunked ? chunks() : bytes(length), StandardCharsets.UTF_8);
    if (last) {
      openAgain();
    }
    return new Answer(status, body);
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = HexFormat.fromHexDigits(line());
        size > 0;
        size = HexFormat.fromHexDigits(line())) {
      body.writeBytes(bytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private byte[] bytes(long count) throws IOException {
    byte[] bytes = in.readNBytes(Math.toIntExact(count));
    if (bytes.length < count) {
      throw new EOFException("the answer was cut");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
