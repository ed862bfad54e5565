package io.daysheet.desktop.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// A line to a server that can be cut: a port of the loopback that passes everything on, both ways.
/// What a desk says on it can be read, as a thief on its computer could.
public final class FrailLine implements AutoCloseable {

  private final ServerSocket door;
  private final int server;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private final List<ByteArrayOutputStream> said = new CopyOnWriteArrayList<>();

  public FrailLine(int server) {
    this.server = server;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException unable) {
      throw new UncheckedIOException(unable);
    }
    Thread _ = Thread.ofVirtual().start(this::accept);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /// All that desks said so far, one connection after the other.
  public String said() {
    return said.stream()
        .map(each -> each.toString(StandardCharsets.ISO_8859_1))
        .collect(Collectors.joining("\n"));
  }

  /// Everything that is connected falls off; new connections are taken.
  public void cut() {
    ends.forEach(FrailLine::hangUp);
    ends.clear();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket desk = door.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.addAll(List.of(desk, far));
        var heard = new ByteArrayOutputStream();
        said.add(heard);
        Thread _ = Thread.ofVirtual().start(() -> pass(desk, far, heard));
        Thread _ = Thread.ofVirtual().start(() -> pass(far, desk, OutputStream.nullOutputStream()));
      } catch (IOException closed) {
        cut();
      }
    }
  }

  private static void pass(Socket from, Socket to, OutputStream heard) {
    byte[] some = new byte[8192];
    try (from;
        to) {
      int read = from.getInputStream().read(some);
      while (read >= 0) {
        heard.write(some, 0, read);
        to.getOutputStream().write(some, 0, read);
        read = from.getInputStream().read(some);
      }
    } catch (IOException cut) {
      boolean _ = hangUp(to);
    }
  }

  /// A socket that can't be closed any more has fallen off already, which is what was wanted.
  private static boolean hangUp(Socket end) {
    try {
      end.close();
      return true;
    } catch (IOException alreadyGone) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException unable) {
      throw new UncheckedIOException(unable);
    }
    cut();
  }
}
