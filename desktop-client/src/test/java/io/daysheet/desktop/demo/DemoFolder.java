package io.daysheet.desktop.demo;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The data folder of a server that has shown the demo once, copied: what it takes to make a
/// database and the demo's days took place already, when the server's module unpacked it.
public final class DemoFolder {

  private DemoFolder() {}

  /// Starts the unpacked server on a copy, and waits until it serves.
  ///
  /// @param data where the copy shall be; nothing is there yet
  /// @param more options of the server
  public static ServerProcess serve(Path data, String... more) throws IOException {
    Path jar = Path.of(System.getProperty("daysheet.server.jar"));
    copy(jar.resolveSibling("demo"), data);
    Stream<String> options = Stream.concat(Stream.of("--daysheet.demo=true"), Stream.of(more));
    return ServerProcess.start(jar, data, options.toArray(String[]::new));
  }

  private static void copy(Path made, Path data) throws IOException {
    List<Path> rootsFirst;
    try (Stream<Path> all = Files.walk(made)) {
      rootsFirst = all.toList();
    }
    for (Path each : rootsFirst) {
      Files.copy(each, data.resolve(made.relativize(each)), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
    }
  }
}
