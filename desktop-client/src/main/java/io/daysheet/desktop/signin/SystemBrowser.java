package io.daysheet.desktop.signin;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The browser that the system opens addresses with. It is started without a shell, so nothing in
/// an address is taken for a command.
public final class SystemBrowser implements Browser {

  /// An opener that has not failed by then has handed the page over, and may be the browser itself.
  private static final long SECONDS_TO_FAIL = 10;

  private final List<String> opener;

  public SystemBrowser() {
    this(opener(System.getProperty("os.name", "")));
  }

  SystemBrowser(List<String> opener) {
    this.opener = opener;
  }

  private static List<String> opener(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    return List.of(name.contains("mac") ? "open" : "xdg-open");
  }

  @Override
  public void open(URI page, Runnable failed) {
    Thread.ofVirtual()
        .name("daysheet-browser")
        .start(() -> {
          if (!isOpened(page)) {
            failed.run();
          }
        });
  }

  private boolean isOpened(URI page) {
    List<String> command = Stream.concat(opener.stream(), Stream.of(page.toString())).toList();
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return !process.waitFor(SECONDS_TO_FAIL, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
