package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Writes an answer's lines into a file as they come. Until the last one is there, and says that it
/// is the last, the file has another name; what came to nothing leaves none.
final class LinesToFile {

  private static final String END = "\"type\":\"end\"";
  private static final int TOLD_EACH = 500;

  private final Path file;
  private final LongConsumer progress;

  LinesToFile(Path file, LongConsumer progress) {
    this.file = file;
    this.progress = progress;
  }

  Outcome<Long> write(Response response) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Written written = write(response.body().source(), part);
      if (!written.whole()) {
        return new Outcome.Unknown<>(Cause.BROKEN);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return new Outcome.Done<>(written.lines());
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private record Written(long lines, boolean whole) {}

  private Written write(BufferedSource source, Path part) throws IOException {
    long lines = 0;
    String last = "";
    try (BufferedWriter out = Files.newBufferedWriter(part)) {
      for (@Nullable String line = source.readUtf8Line();
          line != null;
          line = source.readUtf8Line()) {
        out.write(line);
        out.write('\n');
        last = line;
        lines++;
        if (lines % TOLD_EACH == 0) {
          progress.accept(lines);
        }
      }
    }
    return new Written(lines, last.contains(END));
  }
}
