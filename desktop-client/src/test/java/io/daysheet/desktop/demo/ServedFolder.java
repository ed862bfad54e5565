package io.daysheet.desktop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A real server with the demo's people and days, in a folder that goes with it.
record ServedFolder(Path folder, ServerProcess process) implements AutoCloseable {

  /// Starts one, and waits until it serves.
  ///
  /// @param more options of the server
  static ServedFolder start(String... more) throws IOException {
    Path folder = Files.createTempDirectory("daysheet-demo");
    return new ServedFolder(folder, DemoFolder.serve(folder.resolve("data"), more));
  }

  @Override
  public void close() throws IOException {
    process.close();
    List<Path> leavesFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      leavesFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : leavesFirst) {
      Files.delete(each);
    }
  }
}
