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

  /// Makes a copy for one server.
  ///
  /// @param jar the unpacked server's
  /// @param data where the copy shall be; nothing is there yet
  public static void copy(Path jar, Path data) throws IOException {
    Path made = jar.resolveSibling("demo");
    List<Path> rootsFirst;
    try (Stream<Path> all = Files.walk(made)) {
      rootsFirst = all.toList();
    }
    for (Path each : rootsFirst) {
      Files.copy(each, data.resolve(made.relativize(each)), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
    }
  }
}
