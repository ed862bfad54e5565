package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.wire.AuditBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file that knows how far the chain had come.
class AnchorTest {

  private static final int BATCHES = 200;

  @TempDir Path folder;

  /// Two servers on one machine may have been given one folder by mistake or to move from one to
  /// the other: each writes the chain's end there.
  @Test
  void twoServersMayKeepTheirAnchorInOneFolder() throws Exception {
    Path file = folder.resolve("audit.head");
    Callable<Void> server =
        () -> {
          var anchor = new Anchor(file);
          for (int number = 1; number <= BATCHES; number++) {
            anchor.follow(Optional.of(batch(number)), known -> Optional.of(batch(known)));
          }
          return null;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(List.of(server, server))) {
        done.get();
      }
    }

    assertThat(new Anchor(file).known()).contains(BatchRows.head(batch(BATCHES)));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static AuditBatch batch(long number) {
    return new AuditBatch(
        number,
        Sealed.FORMAT,
        1,
        number,
        number + 1,
        1,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH,
        List.of(number),
        "",
        "",
        "",
        "",
        "%064x".formatted(number),
        "");
  }
}
