package io.daysheet.server.stream;

/// When a socket is to be asked whether it still lives, and whether it answered. By the clock that
/// only runs forward, in nanoseconds.
final class Heartbeat {

  private final StreamSettings settings;
  private long lastPing = System.nanoTime();
  private volatile long lastPong = System.nanoTime();

  Heartbeat(StreamSettings settings) {
    this.settings = settings;
  }

  void pong() {
    lastPong = System.nanoTime();
  }

  boolean hasStopped() {
    return System.nanoTime() - lastPong >= settings.pongTimeout().toNanos();
  }

  /// True once when it is time to ask.
  boolean isToAsk() {
    long now = System.nanoTime();
    boolean isDue = now - lastPing >= settings.ping().toNanos();
    lastPing = isDue ? now : lastPing;
    return isDue;
  }

  /// Until the next of both.
  long nanosLeft() {
    long now = System.nanoTime();
    return Math.min(
        settings.ping().toNanos() - (now - lastPing),
        settings.pongTimeout().toNanos() - (now - lastPong));
  }
}
