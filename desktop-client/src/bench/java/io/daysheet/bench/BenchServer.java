package io.daysheet.bench;

import io.daysheet.desktop.DemoSignIn;
import io.daysheet.desktop.demo.ServerProcess;
import io.daysheet.desktop.remote.AccessTokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The server as a real process on a database of its own, and a way into that database beside it.
/// Closed, it leaves nothing behind.
final class BenchServer implements AutoCloseable {

  private final Path folder;
  private @Nullable ServerProcess process;
  private @Nullable AccessTokens tokens;

  private BenchServer(Path folder) {
    this.folder = folder;
  }

  static BenchServer inTemporaryFolder() throws IOException {
    return new BenchServer(Files.createTempDirectory("daysheet-bench-"));
  }

  /// Starts it; only once. Apart from making it, so that whoever stops a run can stop it mid-start.
  synchronized void start(Path jar, String... options) {
    process = ServerProcess.start(jar, data(), options);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private ServerProcess process() {
    return Objects.requireNonNull(process, "the server was not started");
  }

  URI address() {
    return process().address();
  }

  /// Makes the account that measures, which works everywhere, and its client.
  void signIn(Connection database) throws SQLException, IOException {
    String secret = UUID.randomUUID().toString();
    try (PreparedStatement account =
            database.prepareStatement(
                """
                insert into account (id, login, name, roles, every_hospital, created_at)
                values (?, 'bench', 'Bench', '{SCHEDULER}', true, now())
                """);
        PreparedStatement client =
            database.prepareStatement(
                """
                insert into client (id, account_id, name, secret_hash, created_at)
                values ('bench', ?, 'Bench', sha256(convert_to(?, 'UTF8')), now())
                """)) {
      UUID id = UUID.randomUUID();
      account.setObject(1, id);
      account.execute();
      client.setObject(1, id);
      client.setString(2, secret);
      client.execute();
    }
    Files.writeString(
        credentials(),
        """
        {"tokenEndpoint": "%s/oauth2/token",
         "clients": [
           {"role": "scheduler", "name": "Bench", "clientId": "bench", "clientSecret": "%s"}]}
        """
            .formatted(address(), secret));
    tokens = DemoSignIn.as("scheduler", credentials()).tokens();
  }

  /// A file as a demo's server writes it.
  Path credentials() {
    return folder.resolve("credentials.json");
  }

  /// For what asks as the account that measures.
  AccessTokens tokens() {
    return Objects.requireNonNull(tokens, "nobody has signed in");
  }

  /// A connection to its database, as the server has them.
  Connection connect() throws SQLException, IOException {
    var properties = new Properties();
    properties.setProperty("user", "daysheet");
    properties.setProperty(
        "password", Files.readString(data().resolve("database.password")).strip());
    properties.setProperty("ApplicationName", "daysheet bench");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/daysheet", properties);
  }

  /// A line of the running database's `postmaster.pid`: 0 is its process, 3 its port.
  private String postmaster(int line) throws IOException {
    return Files.readAllLines(data().resolve("database").resolve("postmaster.pid"))
        .get(line)
        .strip();
  }

  /// What server and database have used of the processor so far.
  Cpu cpu() throws IOException {
    ProcessHandle postgres = ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
    return new Cpu(
        used(ProcessHandle.current()),
        used(ProcessHandle.of(process().pid()).orElseThrow()),
        Stream.concat(Stream.of(postgres), postgres.descendants())
            .map(BenchServer::used)
            .reduce(Duration.ZERO, Duration::plus));
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Processor time of this process, of the server and of the database.
  record Cpu(Duration client, Duration server, Duration database) {
    static final Cpu NONE = new Cpu(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    Duration total() {
      return client.plus(server).plus(database);
    }

    Cpu plus(Cpu other) {
      return new Cpu(
          client.plus(other.client), server.plus(other.server), database.plus(other.database));
    }

    Cpu since(Cpu before) {
      return new Cpu(
          client.minus(before.client),
          server.minus(before.server),
          database.minus(before.database));
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      if (process != null) {
        process.close();
        process = null;
      }
    }
    if (Files.exists(folder)) {
      delete(folder);
    }
  }

  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
