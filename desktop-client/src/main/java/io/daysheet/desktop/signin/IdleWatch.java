package io.daysheet.desktop.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Since when nobody has touched the desk. A computer that slept was not touched either.
public final class IdleWatch {

  private final InstantSource clock;
  private final Duration limit;
  private Instant touched;

  public IdleWatch(InstantSource clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
    this.touched = clock.instant();
  }

  public void touched() {
    touched = clock.instant();
  }

  public boolean isOver() {
    return Duration.between(touched, clock.instant()).compareTo(limit) >= 0;
  }
}
