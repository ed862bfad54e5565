package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/// Virtual time: what is due runs in order of its time, and nothing waits. Also a board's alarm
/// clock and its clock.
public final class World implements Timers, InstantSource {

  private record Due(Instant at, long order, Runnable task) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
  private Instant now;
  private long order;
  final RandomGenerator random;

  public World(Instant start, RandomGenerator random) {
    this.now = start;
    this.random = random;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Request after(Duration delay, Runnable task) {
    return at(now.plus(delay), task);
  }

  Request at(Instant when, Runnable task) {
    var due = new Due(when, order++, task);
    queue.add(due);
    return () -> queue.remove(due);
  }

  /// Within `limit`, at random; quick ones are likelier.
  Duration soon(Duration limit) {
    double part = random.nextDouble();
    return Duration.ofNanos((long) (limit.toNanos() * part * part * part));
  }

  public void run(Duration time) {
    Instant until = now.plus(time);
    while (!queue.isEmpty() && !queue.peek().at().isAfter(until)) {
      Due due = queue.remove();
      now = due.at();
      due.task().run();
    }
    now = until;
  }
}
