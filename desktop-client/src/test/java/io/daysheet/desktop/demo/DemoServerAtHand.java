package io.daysheet.desktop.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// The real server with the demo's people and days, one for all tests of a class: it is there
/// before their first line and gone, with its folder, after their last.
public final class DemoServerAtHand implements BeforeAllCallback, AfterAllCallback {

  private final String[] options;
  private @Nullable ServedFolder server;

  /// @param more options of the server
  public DemoServerAtHand(String... more) {
    options = more;
  }

  @Override
  public void beforeAll(ExtensionContext tests) throws IOException {
    server = options.length == 0 ? spare(tests).take() : ServedFolder.start(options);
  }

  /// One for all classes, closed after the last of them.
  private static SpareServer spare(ExtensionContext tests) {
    return tests
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(SpareServer.class, _ -> new SpareServer(), SpareServer.class);
  }

  @Override
  public void afterAll(ExtensionContext tests) throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /// Where it serves, such as `http://127.0.0.1:41234`.
  public URI address() {
    return Objects.requireNonNull(server).process().address();
  }

  public int port() {
    return address().getPort();
  }

  /// What programs sign in with.
  public Path credentials() {
    return Objects.requireNonNull(server).folder().resolve("data").resolve("demo-credentials.json");
  }

  /// Who signs in with a browser.
  public DemoPeople people() {
    return DemoPeople.in(credentials());
  }
}
