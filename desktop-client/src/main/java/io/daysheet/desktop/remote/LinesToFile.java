package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Exported.NotWritten;
import io.daysheet.desktop.remote.Exported.Whole;
import io.daysheet.desktop.remote.Exported.Why;
import io.daysheet.desktop.remote.Outcome.Cause;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.LongConsumer;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Writes an answer's lines into a file as they come. Until the last one is there, and says that it
/// is the last, the file has another name; what came to nothing leaves none.
final class LinesToFile {

  private static final String END = "\"type\":\"end\"";
  private static final int TOLD_EACH = 500;

  /// What Linux and macOS say, and Windows.
  private static final String[] FULL = {"no space left", "quota exceeded", "not enough space"};

  /// With less than this a disk is full.
  private static final long SOME_ROOM = 1 << 20;

  private final Path file;
  private final LongConsumer progress;

  LinesToFile(Path file, LongConsumer progress) {
    this.file = file;
    this.progress = progress;
  }

  /// @throws IOException if the answer was cut off
  Outcome<Exported> write(Response response) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Written written = write(response.body().source(), part);
      if (!written.whole()) {
        return new Outcome.Unknown<>(Cause.BROKEN);
      }
      Path _ = here(() -> Files.move(part, file, StandardCopyOption.REPLACE_EXISTING));
      return new Outcome.Done<>(new Whole(written.lines()));
    } catch (FailedHere failed) {
      return new Outcome.Done<>(new NotWritten(why(failed)));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private record Written(long lines, boolean whole) {}

  private Written write(BufferedSource source, Path part) throws IOException {
    long lines = 0;
    String last = "";
    try (BufferedWriter out = here(() -> Files.newBufferedWriter(part))) {
      for (@Nullable String line = source.readUtf8Line();
          line != null;
          line = source.readUtf8Line()) {
        last = line;
        String whole = line + "\n";
        Object _ = here(() -> out.append(whole));
        lines++;
        if (lines % TOLD_EACH == 0) {
          progress.accept(lines);
        }
      }
      Object _ =
          here(() -> {
            out.flush();
            return part;
          });
    }
    return new Written(lines, last.contains(END));
  }

  private Why why(FailedHere failed) {
    String said = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    for (String full : FULL) {
      if (said.contains(full)) {
        return Why.NO_ROOM;
      }
    }
    return room() < SOME_ROOM ? Why.NO_ROOM : Why.NO_PLACE;
  }

  /// On the disk that the file would be on; much, if that can't be told.
  private long room() {
    Path folder = file.toAbsolutePath().getParent();
    try {
      return folder == null ? Long.MAX_VALUE : Files.getFileStore(folder).getUsableSpace();
    } catch (IOException noFolder) {
      return Long.MAX_VALUE;
    }
  }

  /// Something that is done to the file.
  @FunctionalInterface
  private interface Step<T> {
    T run() throws IOException;
  }

  /// It failed on this computer, and not on the line.
  private static final class FailedHere extends IOException {
    private static final long serialVersionUID = 1;

    FailedHere(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private static <T> T here(Step<T> step) throws FailedHere {
    try {
      return step.run();
    } catch (IOException failed) {
      throw new FailedHere(failed);
    }
  }
}
