package io.daysheet.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One live server a data folder. The system gives the lock back when the process ends, however it
/// ends, so that a killed server never locks its successor out.
///
/// The file is opened once a process: closing any second channel on it would silently give the lock
/// back (POSIX), hence the set of folders that this process holds.
final class FolderLock implements AutoCloseable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FolderLock take(DataFolder folder) {
    Path file = folder.lock();
    if (!HELD.add(file)) {
      throw inUse(folder);
    }
    @Nullable FolderLock taken = null;
    try {
      taken = open(file);
    } catch (IOException failed) {
      throw new EmbeddedPostgresException(
          "The data folder " + folder.root() + " can't be locked: " + failed.getMessage(),
          "Name a folder on a local disk that this user may write with --daysheet.data=FOLDER.",
          failed);
    } finally {
      if (taken == null) {
        HELD.remove(file);
      }
    }
    if (taken == null) {
      throw inUse(folder);
    }
    return taken;
  }

  private static @Nullable FolderLock open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            DataFolder.ownerOnly("rw-------"));
    boolean kept = false;
    try {
      @Nullable FileLock lock = channel.tryLock();
      kept = lock != null;
      return kept ? new FolderLock(file, channel) : null;
    } finally {
      if (!kept) {
        channel.close();
      }
    }
  }

  private static EmbeddedPostgresException inUse(DataFolder folder) {
    return new EmbeddedPostgresException(
        "Another Daysheet server is running on the data folder " + folder.root() + ".",
        "Stop that server first, or give this one a folder of its own with"
            + " --daysheet.data=FOLDER.");
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(file);
  }
}
