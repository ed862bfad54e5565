package io.daysheet.server.stream;

import io.daysheet.server.access.Caller;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The one who listens on a socket, as a stream knows them; wakes the socket's thread.
final class SocketFollower implements Follower {

  private final SocketSignIn signIn;
  private final Semaphore signal = new Semaphore(0);

  SocketFollower(SocketSignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public void wake() {
    signal.release();
  }

  @Override
  public Optional<Caller> caller() {
    return Optional.of(signIn.caller());
  }

  /// Returns when it was woken since the last time, or after so long.
  void awaitNews(long nanos) throws InterruptedException {
    if (signal.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
      signal.drainPermits();
    }
  }
}
