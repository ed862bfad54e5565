package io.daysheet.server.booking;

import io.daysheet.server.TestDesk.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Requests of many desks that begin at the same moment.
public final class Together {

  /// An answer, and how long it took.
  public record Timed(Answer answer, Duration took) {}

  private Together() {}

  public static List<Answer> answers(int desks, IntFunction<Answer> request) throws Exception {
    return timed(desks, request).stream().map(Timed::answer).toList();
  }

  public static List<Timed> timed(int desks, IntFunction<Answer> request) throws Exception {
    CyclicBarrier start = new CyclicBarrier(desks);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Timed>> futures = new ArrayList<>();
      for (int i = 0; i < desks; i++) {
        int mine = i;
        futures.add(
            executor.submit(() -> {
              start.await();
              long begin = System.nanoTime();
              Answer answer = request.apply(mine);
              return new Timed(answer, Duration.ofNanos(System.nanoTime() - begin));
            }));
      }
      List<Timed> results = new ArrayList<>();
      for (Future<Timed> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
