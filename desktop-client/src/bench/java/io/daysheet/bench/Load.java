package io.daysheet.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Clients that do one thing over and over, each on a thread and a connection of its own.
final class Load {

  private Load() {}

  /// One client. Made before the time runs.
  interface Client extends AutoCloseable {
    void once() throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /// Runs them for so long and answers how often per second they did it.
  static double perSecond(List<? extends Client> clients, double seconds)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long until = start + (long) (seconds * 1e9);
    long done = 0;
    for (int count : inParallel(clients, client -> repeat(client, until))) {
      done += count;
    }
    return done * 1e9 / (System.nanoTime() - start);
  }

  private static int repeat(Client client, long until) throws Exception {
    int count = 0;
    while (System.nanoTime() < until) {
      client.once();
      count++;
    }
    return count;
  }

  /// What one of many does at the same time as the others.
  @FunctionalInterface
  interface Work<T, R> {
    R of(T each) throws Exception;
  }

  static <T, R> List<R> inParallel(List<? extends T> all, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      List<Future<R>> running = new ArrayList<>();
      for (T each : all) {
        running.add(threads.submit(() -> work.of(each)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> each : running) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        System.err.println("bench: some clients have not ended");
      }
    }
  }
}
