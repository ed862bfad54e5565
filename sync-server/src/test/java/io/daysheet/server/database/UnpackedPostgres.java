package io.daysheet.server.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's programs for a test's data folder, copied from where the first start of the
/// unpacked server put them: that takes a tenth of the time of unpacking them again.
public final class UnpackedPostgres {

  private UnpackedPostgres() {}

  /// Where nothing was unpacked before, such as under an editor, the server does it as ever; what
  /// the data folder has stays.
  ///
  /// @return the folder
  public static Path into(Path data) {
    @Nullable String jar = System.getProperty("daysheet.server.jar");
    if (jar != null) {
      copyFrom(Path.of(jar).resolveSibling("demo"), data);
    }
    return data;
  }

  private static void copyFrom(Path made, Path data) {
    String programs = new DataFolder(made).anyBinaries().getFileName().toString();
    try (Stream<Path> all = Files.walk(made)) {
      List<Path> rootsFirst =
          all.map(made::relativize).filter(each -> each.toString().startsWith(programs)).toList();
      if (Files.exists(data.resolve(rootsFirst.getFirst()))) {
        return;
      }
      for (Path each : rootsFirst) {
        Files.copy(made.resolve(each), data.resolve(each), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
