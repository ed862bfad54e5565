package io.daysheet.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Requests that no well-behaved client can send.
public record RawHttp(int port) {

  private static final int PATIENCE = 20_000;

  /// All that comes back until the server closes the connection.
  public String send(String request) throws IOException {
    return send(request.getBytes(ISO_8859_1));
  }

  public String send(byte[] request) throws IOException {
    try (Socket socket = open()) {
      write(socket, request);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  public Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    socket.setSoTimeout(PATIENCE);
    return socket;
  }

  /// The server may stop listening before it has heard all: what it says then is what matters.
  private static void write(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
    } catch (IOException refused) {
      assertThat(socket.isConnected()).isTrue();
    }
  }
}
