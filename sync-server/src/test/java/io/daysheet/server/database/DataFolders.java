package io.daysheet.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The data folder of a running server, as somebody sees it who may read it.
public final class DataFolders {

  private DataFolders() {}

  public static void delete(Path data) {
    try {
      DataFolder.delete(data);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A way into the database past its server: one connection, for as long as it is open.
  public static SingleConnectionDataSource dataSource(Path data) throws IOException {
    String port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3);
    return new SingleConnectionDataSource(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.USER,
        EmbeddedPostgres.USER,
        Files.readString(data.resolve("database.password")).strip(),
        true);
  }

  /// Kills the database as `kill -9` does and answers its process number.
  public static long killDatabase(Path data) throws IOException, InterruptedException {
    long process = Leftovers.postmaster(data.toRealPath().resolve("database")).orElseThrow();
    ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
    handle.destroyForcibly();
    try {
      handle.onExit().get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    return process;
  }
}
