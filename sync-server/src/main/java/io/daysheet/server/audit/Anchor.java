package io.daysheet.server.audit;

import io.daysheet.server.ServerSettings;
import io.daysheet.server.web.FailureTrace;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How far the chain had come when this server saw it last, in a file beside the database: whoever
/// cuts off the chain's end in the database only is found out by it.
///
/// It goes on only along the chain that it knows. When the database was restored from a backup of
/// before, the chain is another one from there on, and the file is to be deleted by hand.
@Component
class Anchor {

  private static final Logger log = LoggerFactory.getLogger(Anchor.class);

  private final Path file;
  private @Nullable AuditHead known;
  private boolean told;

  @Autowired
  Anchor(ServerSettings settings) {
    this(settings.data().resolve("audit.head"));
  }

  Anchor(Path file) {
    this.file = file;
  }

  /// Empty before anything was sealed.
  synchronized Optional<AuditHead> known() {
    if (known == null && Files.exists(file)) {
      try {
        known = Heads.parse(Files.readString(file).strip());
      } catch (IOException | IllegalArgumentException unreadable) {
        log.error("The audit's end can't be read from {}: {}", file, FailureTrace.of(unreadable));
      }
    }
    return Optional.ofNullable(known);
  }

  /// Goes on to the chain's present end, unless that is the end of another chain.
  synchronized void follow(Optional<AuditBatch> last, LongFunction<Optional<AuditBatch>> find) {
    Optional<AuditHead> before = known();
    boolean goesOn =
        before.isEmpty() || before.equals(find.apply(before.get().number()).map(BatchRows::head));
    if (!goesOn) {
      tellOnce(before.get());
    } else if (last.isPresent() && last.get().number() > before.map(AuditHead::number).orElse(0L)) {
      AuditHead head = BatchRows.head(last.get());
      write(head);
      known = head;
      told = false;
    }
  }

  private void tellOnce(AuditHead missing) {
    if (!told) {
      log.error(
          "The audit's batch {} is not in the database any more as it was sealed: its hash was {}",
          missing.number(),
          missing.hash());
      told = true;
    }
  }

  /// By a file of its own each time: two servers may have been given the same folder.
  private void write(AuditHead head) {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path unfinished = Files.createTempFile(folder, file.getFileName() + ".", ".unfinished");
      try {
        Files.writeString(unfinished, Heads.text(head) + "\n", StandardCharsets.US_ASCII);
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
          written.force(true);
        }
        Files.move(
            unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
