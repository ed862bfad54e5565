package io.daysheet.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where things lie in `daysheet.data`, and how a thing appears there whole or not at all: it is
/// made under a name of its own and renamed when it is complete.
record DataFolder(Path root) {

  private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /// PostgreSQL's programs call each other through a shell, inside double quotes.
  private static final Pattern UNQUOTABLE =
      Pattern.compile(POSIX ? "[\"$`\\\\\\p{Cntrl}]" : "[\"%\\p{Cntrl}]");

  static DataFolder at(Path root) {
    if (UNQUOTABLE.matcher(root.toString()).find()) {
      throw new EmbeddedPostgresException(
          "The data folder's path has a character that PostgreSQL can't work with: " + root,
          "Name a folder without quotes, dollars, backquotes, backslashes and control characters"
              + " with --daysheet.data=FOLDER.");
    }
    try {
      Files.createDirectories(root, ownerOnly("rwx------"));
      return new DataFolder(root.toRealPath());
    } catch (IOException failed) {
      throw new EmbeddedPostgresException(
          "The data folder " + root + " can't be made: " + failed.getMessage(),
          "Name a folder that this user may write with --daysheet.data=FOLDER.",
          failed);
    }
  }

  Path lock() {
    return root.resolve("server.lock");
  }

  Path cluster() {
    return root.resolve("database");
  }

  Path password() {
    return root.resolve("database.password");
  }

  Path applicationPassword() {
    return root.resolve("database-app.password");
  }

  Path log() {
    return root.resolve("database.log");
  }

  Path binaries(String version) {
    return root.resolve("postgresql-" + version);
  }

  /// The permissions where the system knows them, nothing where it doesn't.
  static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /// What every unpacked PostgreSQL's programs start with, whatever their version.
  Path anyBinaries() {
    return root.resolve("postgresql-");
  }

  /// A new empty folder beside `target`, to be filled and then given to [#complete].
  Path begin(Path target) throws IOException {
    sweep(target);
    return Files.createTempDirectory(root, unfinished(target), ownerOnly("rwx------"));
  }

  /// Gives the finished folder its name, and makes that survive a power cut.
  void complete(Path made, Path target) throws IOException {
    Files.move(made, target);
    forceFolder(root);
  }

  /// Windows opens no folder as a file; its file system writes renames to its journal itself.
  static void forceFolder(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
        opened.force(true);
      }
    }
  }

  /// Removes what an earlier start left half made. An orphan may still write there: then the rest
  /// goes at the next start, and nobody reads it meanwhile.
  private void sweep(Path target) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.toList()) {
        if (entry.getFileName().toString().startsWith(unfinished(target))) {
          tryDelete(entry);
        }
      }
    }
  }

  private static void tryDelete(Path folder) {
    try {
      delete(folder);
    } catch (IOException busy) {
      log.info("{} is left for the next start: {}", folder, busy.getMessage());
    }
  }

  private static String unfinished(Path target) {
    return target.getFileName() + ".unfinished-";
  }

  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
