package io.daysheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// From starting a Java to the desk's first painted board, with the day of eight doctors from the
/// real server on it, beside a bare window of CalendarFX: the flags of the installed desk for both,
/// and for each a cache of classes that its own first start has left, as the installer makes one.
final class StartRow {

  private static final int RUNS = 5;
  private static final double GOAL = 1.3;
  private static final List<String> FLAGS = List.of("-Xmx256m");

  private final BenchServer server;

  StartRow(BenchServer server) {
    this.server = server;
  }

  Row measure(Consumer<String> notes) throws Exception {
    Path folder = Files.createTempDirectory("daysheet-bench-start-");
    try {
      String classPath = JarPath.in(folder);
      var desk =
          new Program(
              classPath,
              folder.resolve("desk.aot"),
              DeskStart.class,
              List.of(
                  "--server=" + server.address(),
                  "--credentials=" + server.credentials(),
                  "--role=scheduler"));
      var bare = new Program(classPath, folder.resolve("bare.aot"), BareStart.class, List.of());
      double deskCold = desk.learn();
      double bareCold = bare.learn();
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        theirs.add(bare.start());
        ours.add(desk.start());
      }
      notes.accept(
          Row.figure(
              "Without the cache of classes, while it was made: desk %.0f ms, bare window %.0f ms.",
              deskCold, bareCold));
      double ratio = Samples.of(ours).median() / Samples.of(theirs).median();
      return new Row(
          "Desk: JVM start → first painted board, class cache",
          Row.figure("bare CalendarFX window %.0f ms", Samples.of(theirs).median()),
          Row.figure("%.0f ms", Samples.of(ours).median()),
          Row.figure("%.2f ×", ratio),
          Row.figure("≤ %.1f ×", GOAL),
          ratio <= GOAL);
    } finally {
      BenchServer.delete(folder);
    }
  }

  /// One of the two, in processes of its own.
  private record Program(String classPath, Path cache, Class<?> main, List<String> arguments) {

    /// Its first start, after which Java writes what it has learned.
    double learn() throws IOException, InterruptedException {
      return run("-XX:AOTCacheOutput=" + cache, "-Xlog:all=off");
    }

    double start() throws IOException, InterruptedException {
      return run("-XX:AOTCache=" + cache);
    }

    /// Milliseconds until it says that it has painted.
    private double run(String... flags) throws IOException, InterruptedException {
      List<String> options = new ArrayList<>(FLAGS);
      options.addAll(List.of(flags));
      long start = System.nanoTime();
      try (var child =
          ChildProcess.start(
              classPath, options, main.getName(), arguments.toArray(String[]::new))) {
        List<Long> painted = new ArrayList<>();
        child
            .lines()
            .filter(DeskStart.PAINTED::equals)
            .forEach(_ -> painted.add(System.nanoTime()));
        child.end();
        return (painted.getFirst() - start) / 1e6;
      }
    }
  }
}
