package io.daysheet.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/// A server of the demo that gets ready while the tests of the class before still have theirs: each
/// class has a fresh one, and none waits for it but the first.
final class SpareServer implements AutoCloseable {

  private CompletableFuture<ServedFolder> next = begin();

  private static CompletableFuture<ServedFolder> begin() {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return ServedFolder.start();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    });
  }

  /// The one that is ready, or soon will be; another one begins.
  ServedFolder take() {
    ServedFolder taken = next.join();
    next = begin();
    return taken;
  }

  @Override
  public void close() throws IOException {
    next.join().close();
  }
}
