package io.daysheet.desktop.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The real server with the demo's people and days, one for all tests of a class: it is there
/// before their first line and gone, with its folder, after their last.
public final class DemoServerAtHand implements BeforeAllCallback, AfterAllCallback {

  private final String[] options;
  private @Nullable Path folder;
  private @Nullable ServerProcess server;

  /// @param more options of the server
  public DemoServerAtHand(String... more) {
    options = more;
  }

  @Override
  public void beforeAll(ExtensionContext tests) throws IOException {
    Path made = Files.createTempDirectory("daysheet-demo");
    folder = made;
    server = DemoFolder.serve(made.resolve("data"), options);
  }

  @Override
  public void afterAll(ExtensionContext tests) throws IOException {
    if (server != null) {
      server.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> leavesFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      leavesFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : leavesFirst) {
      Files.delete(each);
    }
  }

  /// Where it serves, such as `http://127.0.0.1:41234`.
  public URI address() {
    return Objects.requireNonNull(server).address();
  }

  public int port() {
    return address().getPort();
  }

  /// What programs sign in with.
  public Path credentials() {
    return Objects.requireNonNull(folder).resolve("data").resolve("demo-credentials.json");
  }

  /// Who signs in with a browser.
  public DemoPeople people() {
    return DemoPeople.in(credentials());
  }
}
