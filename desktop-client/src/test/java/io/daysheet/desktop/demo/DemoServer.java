package io.daysheet.desktop.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The demo's server, which survives its own process: it can be killed and started again where it
/// was, with what it had written.
final class DemoServer implements AutoCloseable {

  private final Path jar;
  private final Path data;
  private final Progress progress;
  private volatile @Nullable ServerProcess process;

  DemoServer(Path jar, Path data, Progress progress) {
    this.jar = jar;
    this.data = data;
    this.progress = progress;
  }

  void start() {
    process = waitingAloud(() -> ServerProcess.start(jar, data, "--daysheet.demo=true"));
  }

  URI address() {
    return running().address();
  }

  /// What desks sign in with.
  Path credentials() {
    return data.resolve("demo-credentials.json");
  }

  /// As a power cut would end it, in the middle of whatever it does.
  void kill() {
    running().kill();
  }

  /// Starts it at the address where the desks look for it.
  void startAgain() {
    int port = running().port();
    process = waitingAloud(() -> ServerProcess.startOn(port, jar, data, "--daysheet.demo=true"));
  }

  private ServerProcess running() {
    ServerProcess now = process;
    if (now == null) {
      throw new IllegalStateException("the server was not started");
    }
    return now;
  }

  private ServerProcess waitingAloud(Supplier<ServerProcess> start) {
    try (ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor()) {
      var tick =
          ticks.scheduleAtFixedRate(
              () -> progress.tell("The server is still starting"), 3, 3, TimeUnit.SECONDS);
      try {
        return start.get();
      } finally {
        tick.cancel(false);
      }
    }
  }

  @Override
  public void close() {
    ServerProcess now = process;
    if (now != null) {
      now.close();
    }
  }
}
