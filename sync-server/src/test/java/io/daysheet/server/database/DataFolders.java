package io.daysheet.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Removes the data folders of tests.
public final class DataFolders {

  private DataFolders() {}

  public static void delete(Path folder) {
    try {
      DataFolder.delete(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
