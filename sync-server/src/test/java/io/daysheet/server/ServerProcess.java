package io.daysheet.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
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
import org.awaitility.Awaitility;

/// The real server in a process of its own, as an installation starts it. It ends with the test's
/// JVM, also when that is killed: its standard input closes then.
public final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final int port;
  private final Path output;

  private ServerProcess(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  /// Starts it on a free port without waiting for it.
  public static ServerProcess launch(Path data, String... arguments) throws IOException {
    Path jar = Path.of(System.getProperty("daysheet.server.jar"));
    return launch(
        jar, List.of("-XX:AOTCache=" + jar.resolveSibling("server.aot")), data, arguments);
  }

  private static ServerProcess launch(Path jar, List<String> flags, Path data, String... arguments)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // what a killed server can't clean up goes with the test's folder
    Path run = Files.createDirectories(data.resolve("run"));
    command.add("-Djava.io.tmpdir=" + run);
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(flags);
    command.add("-jar");
    command.add(jar.toString());
    command.add("--server.port=" + port);
    command.add("--daysheet.data=" + data);
    command.add("--daysheet.stop-with-stdin=true");
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(run, "server", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ServerProcess(process, port, output);
  }

  /// Starts it and waits until it serves.
  public static ServerProcess start(Path data, String... arguments) throws IOException {
    ServerProcess server = launch(data, arguments);
    server.awaitReady();
    return server;
  }

  /// The same from a jar of choice, with a flag of the JVM.
  public static ServerProcess startFrom(Path jar, String flag, Path data, String... arguments)
      throws IOException {
    ServerProcess server = launch(jar, List.of(flag), data, arguments);
    server.awaitReady();
    return server;
  }

  /// The jar as it is delivered.
  public static Path packed() {
    return Path.of(System.getProperty("daysheet.server.packed"));
  }

  public long pid() {
    return process.pid();
  }

  public void awaitReady() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(uri("/actuator/health/readiness"))
              .timeout(Duration.ofSeconds(5))
              .build();
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .failFast("the server ended: " + output, () -> !process.isAlive())
          .ignoreExceptions()
          .until(() -> client.send(request, BodyHandlers.discarding()).statusCode() == 200);
    }
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public String output() throws IOException {
    return Files.readString(output);
  }

  /// As `kill -9` does.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// As `kill` or Ctrl+C does.
  public int terminate() throws InterruptedException {
    // not the process's own destroy(), which closes its standard input too
    process.toHandle().destroy();
    return awaitEnd();
  }

  /// As the end of the parent process does.
  public int closeInput() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return awaitEnd();
  }

  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, SECONDS)) {
      throw new IllegalStateException("the server does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(output);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
