package io.daysheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs [SlotKernelBench] and writes its line of the bench's table: of the grids measured, the one
/// on which the kernel looks worst.
///
/// A line is work, yardstick, ours, ratio, goal, met or not, with a tab between.
public final class SlotKernelRow {

  private static final double GOAL = 10;

  private SlotKernelRow() {}

  /// Takes the file to write.
  public static void main(String[] arguments) throws IOException, RunnerException {
    Compared worst =
        Stream.of("10", "15", "30")
            .map(SlotKernelRow::measure)
            .min(Comparator.comparingDouble(Compared::ratio))
            .orElseThrow();
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, worst.line() + System.lineSeparator());
  }

  private static Compared measure(String grid) {
    var options =
        new OptionsBuilder()
            .include(SlotKernelBench.class.getSimpleName())
            .param("grid", grid)
            .verbosity(VerboseMode.SILENT)
            .build();
    System.out.printf(Locale.ROOT, "bench: slot kernel, a start every %s min%n", grid);
    try {
      Collection<RunResult> results = new Runner(options).run();
      var compared = new Compared(grid, score(results, "naive"), score(results, "kernel"));
      System.out.println("bench: " + compared.line().replace("\t", " | "));
      return compared;
    } catch (RunnerException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// The median of the iterations, in nanoseconds.
  private static double score(Collection<RunResult> results, String method) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult()
        .getStatistics()
        .getPercentile(50);
  }

  private record Compared(String grid, double naive, double kernel) {

    double ratio() {
      return naive / kernel;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "Slot kernel: free starts of a doctor's day, 10 visits, a start every %s min\t"
              + "naive loop %.2f µs\t%.3f µs\t%.1f ×\t≥ %.0f ×\t%s",
          grid,
          naive / 1000,
          kernel / 1000,
          ratio(),
          GOAL,
          ratio() >= GOAL ? "met" : "missed");
    }
  }
}
