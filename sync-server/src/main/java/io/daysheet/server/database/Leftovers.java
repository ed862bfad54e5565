package io.daysheet.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a killed server or a killed database left running on our data folder. Whoever calls this
/// holds the folder's lock, so no live server owns any of it.
record Leftovers(DataFolder folder, PostgresCommands commands) {

  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// No process ever has this number.
  private static final int NOBODY = Integer.MAX_VALUE;

  void clear() throws IOException {
    OptionalLong postmaster = postmaster(folder.cluster());
    if (postmaster.isPresent()
        && running().stream().anyMatch(each -> each.pid() == postmaster.getAsLong())) {
      log.warn("The database still runs from a server that was killed: stopping it");
      stop("fast");
    }
    // the rest of a killed database notices by itself; an unfinished initdb wouldn't
    for (ProcessHandle each : running()) {
      awaitOrEnd(each);
    }
    disown(folder.cluster().resolve("postmaster.pid"));
  }

  private void stop(String mode) {
    commands.run(
        "pg_ctl", List.of("-D", folder.cluster().toString(), "-m", mode, "-t", "30", "stop"));
  }

  /// Processes that run a program of our data folder: whoever else has a number that we find in an
  /// old file (after a restart of the machine, say) is none of them.
  private List<ProcessHandle> running() {
    String ours = folder.anyBinaries().toString();
    return ProcessHandle.allProcesses()
        .filter(each -> each.info().command().filter(path -> path.startsWith(ours)).isPresent())
        .toList();
  }

  private static void awaitOrEnd(ProcessHandle left) {
    left.onExit()
        .completeOnTimeout(left, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .thenAccept(ProcessHandle::destroyForcibly)
        .thenCompose(ended -> left.onExit())
        .completeOnTimeout(left, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  static OptionalLong postmaster(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    return Files.readString(file)
        .lines()
        .limit(1)
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,10}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  /// An old file's process number may belong to somebody else by now, and PostgreSQL would then
  /// refuse to start. Only the number is taken out: PostgreSQL still checks by the other lines that
  /// nobody uses the memory of the database that is gone.
  private static void disown(Path file) throws IOException {
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty()) {
        Files.delete(file);
      } else {
        lines.set(0, Integer.toString(NOBODY));
        ClusterSettings.replace(file, String.join("\n", lines) + "\n");
      }
    }
  }
}
