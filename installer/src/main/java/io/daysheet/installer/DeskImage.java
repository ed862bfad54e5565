package io.daysheet.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packed desk: where its launcher and its settings stand on this system, and what can be done
/// with it.
///
/// @param root the folder that an installer would copy
/// @param launcher what a receptionist starts
/// @param app the folder of the jars and of the launcher's settings
record DeskImage(Path root, Path launcher, Path app) {

  static final String NAME = "Daysheet";

  private static final long MOST_SECONDS = 120;

  static DeskImage in(Path images) {
    String os = System.getProperty("os.name");
    if (os.startsWith("Windows")) {
      Path root = images.resolve(NAME);
      return new DeskImage(root, root.resolve(NAME + ".exe"), root.resolve("app"));
    }
    if (os.startsWith("Mac")) {
      Path root = images.resolve(NAME + ".app");
      Path contents = root.resolve("Contents");
      return new DeskImage(root, contents.resolve("MacOS").resolve(NAME), contents.resolve("app"));
    }
    Path root = images.resolve(NAME);
    return new DeskImage(root, root.resolve("bin").resolve(NAME), root.resolve("lib/app"));
  }

  /// Starts the desk once, keeps what Java learns of its classes beside the jars, and has every
  /// later start read it. Where the cache does not fit any more, Java passes it over in silence.
  void train() throws IOException, InterruptedException {
    Path cache = app.resolve(NAME + ".aot");
    start(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache));
    if (!Files.exists(cache)) {
      throw new IllegalStateException("Java has written no " + cache);
    }
    Path settings = app.resolve(NAME + ".cfg");
    Files.write(
        settings,
        Files.readAllLines(settings).stream()
            .flatMap(line ->
                line.equals("[JavaOptions]")
                    ? Stream.of(line, "java-options=-XX:AOTCache=$APPDIR/" + NAME + ".aot")
                    : Stream.of(line))
            .toList());
  }

  /// Starts the desk as it is and answers how long that took, in milliseconds.
  long check() throws IOException, InterruptedException {
    long start = System.nanoTime();
    start(Map.of());
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /// What the desk says while it is started goes to a file, and is shown when it fails.
  private void start(Map<String, String> environment) throws IOException, InterruptedException {
    Path said = root.resolveSibling("check.log");
    var builder =
        new ProcessBuilder(launcher.toString(), "--check")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    Process desk = builder.start();
    try {
      if (!desk.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw failed("has not ended in " + MOST_SECONDS + " s", said);
      }
      if (desk.exitValue() != 0) {
        throw failed("ended with " + desk.exitValue(), said);
      }
    } finally {
      desk.descendants().forEach(ProcessHandle::destroyForcibly);
      desk.destroyForcibly();
    }
  }

  private IllegalStateException failed(String how, Path said) throws IOException {
    return new IllegalStateException(
        launcher + " --check " + how + ", and said:\n" + Files.readString(said));
  }

  /// In bytes.
  long size() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
