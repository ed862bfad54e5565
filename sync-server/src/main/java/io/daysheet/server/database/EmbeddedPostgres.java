package io.daysheet.server.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's own PostgreSQL, running from [#start] to [#close]. Should it be killed in between,
/// it is started again on the same port, and the connection pool finds it there.
///
/// The server works as the role `daysheet`, which owns its database and nothing else.
public final class EmbeddedPostgres implements AutoCloseable {

  /// The role that the server works as, and the name of its database.
  public static final String USER = "daysheet";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final FolderLock lock;
  private final Cluster cluster;
  private final Leftovers leftovers;
  private final String password;
  private final ReentrantLock turn = new ReentrantLock();
  private int port;
  private boolean closed;

  private EmbeddedPostgres(FolderLock lock, Cluster cluster, Leftovers leftovers, String password) {
    this.lock = lock;
    this.cluster = cluster;
    this.leftovers = leftovers;
    this.password = password;
  }

  /// Takes the data folder, makes the database at the first start, and starts it.
  ///
  /// @throws EmbeddedPostgresException with the reason and the way out, nothing left running
  public static EmbeddedPostgres start(Path data) {
    DataFolder folder = DataFolder.at(data);
    FolderLock lock = FolderLock.take(folder);
    boolean started = false;
    try {
      EmbeddedPostgres postgres = startLocked(folder, lock);
      started = true;
      return postgres;
    } catch (IOException failed) {
      throw new EmbeddedPostgresException(
          "The database in " + folder.root() + " can't be started: " + failed,
          "Let this user read and write that folder, or name another with --daysheet.data=FOLDER.",
          failed);
    } finally {
      if (!started) {
        release(lock);
      }
    }
  }

  private static EmbeddedPostgres startLocked(DataFolder folder, FolderLock lock)
      throws IOException {
    PostgresCommands commands = PostgresCommands.of(PostgresBinaries.in(folder));
    Leftovers leftovers = new Leftovers(folder, commands);
    Cluster cluster = new Cluster(folder, commands);
    leftovers.clear();
    cluster.initialiseOnce();
    EmbeddedPostgres postgres = new EmbeddedPostgres(lock, cluster, leftovers, cluster.password());
    postgres.startAndPrepare();
    return postgres;
  }

  private void startAndPrepare() throws IOException {
    port = cluster.start();
    boolean prepared = false;
    try {
      makeDatabaseOnce();
      watch();
      prepared = true;
      log.info("PostgreSQL {} runs on port {}", cluster.commands().binaries().version(), port);
    } catch (SQLException failed) {
      throw new EmbeddedPostgresException(
          "The database runs but can't be used (SQL state " + failed.getSQLState() + ").",
          "Its log is " + cluster.folder().log() + ".",
          failed);
    } finally {
      if (!prepared) {
        cluster.stop();
      }
    }
  }

  /// Where the database answers, for as long as this lives.
  public String jdbcUrl() {
    return jdbcUrl(USER);
  }

  /// The secret of the role [#USER]; it is also in a file of the data folder that only its owner
  /// may read.
  public String password() {
    return password;
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void makeDatabaseOnce() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", Cluster.SUPERUSER);
    properties.setProperty("password", password);
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl(Cluster.SUPERUSER), properties);
        Statement statement = connection.createStatement()) {
      if (isMissing(statement, "select from pg_roles where rolname = '" + USER + "'")) {
        // the password is hexadecimal digits, made here
        statement.execute("create role " + USER + " login password '" + password + "'");
      }
      if (isMissing(statement, "select from pg_database where datname = '" + USER + "'")) {
        statement.execute("create database " + USER + " owner " + USER);
      }
    }
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return !found.next();
    }
  }

  private void watch() throws IOException {
    cluster.postmaster().ifPresent(process -> ProcessHandle.of(process).ifPresent(this::watch));
  }

  private void watch(ProcessHandle postmaster) {
    Thread.ofVirtual()
        .name("database-watch")
        .start(() -> {
          postmaster.onExit().join();
          startAgain();
        });
  }

  private void startAgain() {
    turn.lock();
    try {
      if (closed) {
        return;
      }
      log.warn("The database ended by itself: starting it again");
      leftovers.clear();
      if (cluster.startedOn(port)) {
        watch();
        log.info("The database runs again");
        return;
      }
    } catch (IOException failed) {
      log.warn("The database can't be started again", failed);
    } finally {
      turn.unlock();
    }
    log.error("The database did not start again; its log is {}", cluster.folder().log());
    CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS).execute(this::startAgain);
  }

  /// Stops the database and gives the data folder back. Whoever uses the database has let go of it
  /// before. A second call does nothing.
  @Override
  public void close() {
    turn.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      cluster.stop();
      log.info("PostgreSQL is stopped");
      release(lock);
    } finally {
      turn.unlock();
    }
  }

  private static void release(FolderLock lock) {
    try {
      lock.close();
    } catch (IOException failed) {
      log.warn("The data folder's lock could not be given back", failed);
    }
  }
}
