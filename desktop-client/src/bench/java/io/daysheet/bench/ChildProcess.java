package io.daysheet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A Java of its own, without a display, whose lines are read. It is ended with this process.
final class ChildProcess implements AutoCloseable {

  static final List<String> NO_DISPLAY =
      List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dstdout.encoding=UTF-8");

  private final Process process;
  private final BufferedReader lines;
  private final List<String> said = new ArrayList<>();
  private final Thread hook;

  private ChildProcess(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.hook = new Thread(process::destroyForcibly, "end-child");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static ChildProcess start(
      String classPath, List<String> jvmOptions, String main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(NO_DISPLAY);
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /// What it says until it ends, the toolkit's own warnings included.
  Stream<String> lines() {
    return lines.lines().peek(said::add);
  }

  /// Waits for its end.
  ///
  /// @throws IllegalStateException if that was no good one
  void end() throws InterruptedException {
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "a child process ended with " + exit + ", and said:\n" + String.join("\n", said));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
