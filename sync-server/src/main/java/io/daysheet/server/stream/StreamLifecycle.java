package io.daysheet.server.stream;

import io.daysheet.server.web.FailureTrace;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the poll that fills the gaps and notices emergencies, and says goodbye to the desks before
/// the server stops.
@Component
class StreamLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StreamLifecycle.class);

  private final Hub hub;
  private final ChangeSockets sockets;
  private final StreamSettings settings;
  private @Nullable CountDownLatch stopping;

  StreamLifecycle(Hub hub, ChangeSockets sockets, StreamSettings settings) {
    this.hub = hub;
    this.sockets = sockets;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    CountDownLatch stop = new CountDownLatch(1);
    stopping = stop;
    Thread.ofVirtual().name("changes-poll").start(() -> pollUntil(stop));
  }

  @Override
  public synchronized void stop() {
    if (stopping != null) {
      stopping.countDown();
      stopping = null;
    }
    sockets.closeAll();
  }

  @Override
  public synchronized boolean isRunning() {
    return stopping != null;
  }

  private void pollUntil(CountDownLatch stop) {
    boolean reachable = true;
    try {
      while (!stop.await(settings.poll().toNanos(), TimeUnit.NANOSECONDS)) {
        reachable = poll(reachable);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says once that the database is gone, and once that it is back.
  private boolean poll(boolean wasReachable) {
    try {
      hub.poll();
      sockets.wakeWhoSeesOthers();
      if (!wasReachable) {
        log.info("Changes can be read again");
      }
      return true;
    } catch (RuntimeException failure) {
      // whatever it is: without the poll, gaps would stay for ever
      if (wasReachable) {
        log.warn("Changes can't be read: {}", FailureTrace.of(failure));
      }
      return false;
    }
  }
}
