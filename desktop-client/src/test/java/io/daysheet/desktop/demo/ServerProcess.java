package io.daysheet.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// The sync server as a process of its own, on a free port of the loopback.
///
/// It ends when its standard input does, so it outlives neither [#close] nor the death of the
/// process that started it.
public final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);

  private static final String NOWHERE =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
          ? "NUL"
          : "/dev/null";

  private final Process process;
  private final URI address;
  private final Path log;

  private ServerProcess(Process process, URI address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
  }

  /// Starts it and waits until it serves.
  ///
  /// @param jar the server's executable jar
  /// @param data its data folder; its log and its temporary files are beside it
  public static ServerProcess start(Path jar, Path data, String... options) {
    return startOn(freePort(), jar, data, options);
  }

  /// Starts it on a port of choice, as after a crash: desks look for it where it was.
  public static ServerProcess startOn(int port, Path jar, Path data, String... options) {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    Path temporary = data.resolveSibling(data.getFileName() + ".tmp").toAbsolutePath();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    // a crash writes nothing of the memory to the disk
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:ErrorFile=" + NOWHERE);
    // what a killed server leaves behind stays in the folder of whoever started it
    command.add("-Djava.io.tmpdir=" + temporary);
    // what is known of the classes of a jar that was unpacked for the tests
    Path classes = jar.resolveSibling("server.aot");
    if (Files.exists(classes)) {
      command.add("-XX:AOTCache=" + classes);
    }
    command.addAll(List.of("-jar", jar.toString()));
    command.add("--server.port=" + port);
    command.add("--daysheet.data=" + data);
    command.add("--daysheet.stop-with-stdin=true");
    command.addAll(List.of(options));
    try {
      Files.createDirectories(temporary);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      var server = new ServerProcess(process, URI.create("http://127.0.0.1:" + port), log);
      server.awaitReady();
      return server;
    } catch (IOException unable) {
      throw new UncheckedIOException("the server could not be started", unable);
    }
  }

  /// Where it serves, such as `http://127.0.0.1:41234`.
  public URI address() {
    return address;
  }

  public int port() {
    return address.getPort();
  }

  public long pid() {
    return process.pid();
  }

  /// As a power cut would: nothing is closed, nothing is written.
  public void kill() {
    process.destroyForcibly();
    await(STOP);
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      process.destroy();
    }
    if (!await(STOP)) {
      process.destroyForcibly();
      await(STOP);
    }
  }

  private void awaitReady() {
    HttpRequest readiness =
        HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(2))
            .build();
    long deadline = System.nanoTime() + START.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!await(Duration.ofMillis(100))) {
        if (answers(client, readiness)) {
          return;
        }
        if (System.nanoTime() > deadline) {
          close();
          throw new IllegalStateException("the server is not ready in time; its log: " + log);
        }
      }
    }
    throw new IllegalStateException(
        "the server ended with " + process.exitValue() + "; its log: " + log);
  }

  private static boolean answers(HttpClient client, HttpRequest readiness) {
    try {
      return client.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the server starts", interrupted);
    }
  }

  /// Whether the process has ended within that time.
  private boolean await(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException("no free port on the loopback", none);
    }
  }
}
