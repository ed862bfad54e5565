package io.daysheet.server.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Runs PostgreSQL's programs. It refuses to run as root, so there they run in a user namespace in
/// which they are nobody (`unshare -U`), and still own their files.
record PostgresCommands(PostgresBinaries binaries, List<String> prefix) {

  /// How a program ended and what it said.
  record Ended(int code, String said) {
    boolean well() {
      return code == 0;
    }
  }

  static PostgresCommands of(PostgresBinaries binaries) {
    return new PostgresCommands(binaries, isRoot() ? asNobody() : List.of());
  }

  /// Runs it to its end and keeps what it says.
  Ended run(String program, List<String> arguments) {
    return run(command(program, arguments), ProcessBuilder.Redirect.PIPE);
  }

  /// Runs it to its end without listening: what it leaves behind running would keep a pipe open.
  Ended runSilently(String program, List<String> arguments) {
    return run(command(program, arguments), ProcessBuilder.Redirect.DISCARD);
  }

  private List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(binaries.program(program));
    command.addAll(arguments);
    return command;
  }

  private static Ended run(List<String> command, ProcessBuilder.Redirect output) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    // a PGDATA or PGPORT of whoever starts the server must not lead it elsewhere
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(waitFor(process), said.strip());
    } catch (IOException failed) {
      return new Ended(-1, String.valueOf(failed.getMessage()));
    }
  }

  /// An interrupted start still has to know whether a database runs now, so it is waited for.
  private static int waitFor(Process process) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isRoot() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return !system.startsWith("windows") && new UnixSystem().getUid() == 0;
  }

  private static List<String> asNobody() {
    List<String> prefix = List.of("unshare", "-U");
    List<String> trial = new ArrayList<>(prefix);
    trial.add("true");
    Ended ended = run(trial, ProcessBuilder.Redirect.PIPE);
    if (!ended.well()) {
      throw new EmbeddedPostgresException(
          "PostgreSQL refuses to run as root, and 'unshare -U' doesn't work here: " + ended.said(),
          "Start the server as an ordinary user, or use a PostgreSQL 18 of your own with"
              + " --spring.datasource.url.");
    }
    return prefix;
  }
}
