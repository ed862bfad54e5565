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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's own PostgreSQL, running from [#start] to [#close]. Should it be killed in between,
/// it is started again on the same port, and the connection pool finds it there.
///
/// Two roles come in: `daysheet` owns its database and nothing else, and migrates it; the server
/// works as `daysheet_app`, which may read and write as the migrations allow, and change no table.
public final class EmbeddedPostgres implements AutoCloseable {

  /// The role that owns the tables, and the name of its database.
  public static final String USER = "daysheet";

  /// The role that the server works as.
  public static final String APPLICATION = "daysheet_app";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final Path data;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable FolderLock lock;
  private @Nullable Cluster cluster;
  private String password = "";
  private String applicationPassword = "";
  private int port;
  private boolean closed;

  /// Nothing is touched before [#start].
  public EmbeddedPostgres(Path data) {
    this.data = data;
  }

  /// Takes the data folder, makes the database at the first start, and starts it. A [#close] that
  /// comes meanwhile waits, and then stops it.
  ///
  /// @throws EmbeddedPostgresException with the reason and the way out, nothing left running
  public EmbeddedPostgres start() {
    turn.lock();
    boolean started = false;
    try {
      if (closed) {
        throw new EmbeddedPostgresException("The server is stopping.", "Start it again.");
      }
      DataFolder folder = DataFolder.at(data);
      lock = FolderLock.take(folder);
      startIn(folder);
      started = true;
      return this;
    } catch (IOException failed) {
      throw new EmbeddedPostgresException(
          "The database in " + data + " can't be started: " + failed,
          "Let this user read and write that folder, or name another with --daysheet.data=FOLDER.",
          failed);
    } finally {
      if (!started) {
        close();
      }
      turn.unlock();
    }
  }

  private void startIn(DataFolder folder) throws IOException {
    PostgresBinaries binaries = PostgresBinaries.in(folder);
    PostgresCommands commands = PostgresCommands.of(binaries);
    Cluster files = new Cluster(folder, commands);
    files.leftovers().clear();
    files.initialiseOnce();
    password = files.password();
    applicationPassword = files.applicationPassword();
    cluster = files;
    port = files.start();
    try {
      makeDatabaseOnce();
    } catch (SQLException failed) {
      throw new EmbeddedPostgresException(
          "The database runs but can't be used (SQL state " + failed.getSQLState() + ").",
          "Its log is " + folder.log() + ".",
          failed);
    }
    watch(files);
    log.info("PostgreSQL {} runs on port {}", binaries.version(), port);
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

  /// The same for the role [#APPLICATION].
  public String applicationPassword() {
    return applicationPassword;
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void makeDatabaseOnce() throws SQLException {
    try (Connection connection = connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      // the passwords are hexadecimal digits, made here
      if (isMissing(statement, "select from pg_roles where rolname = '" + USER + "'")) {
        statement.execute("create role " + USER + " login password '" + password + "'");
      }
      // a cluster of an earlier version has the first role only
      if (isMissing(statement, "select from pg_roles where rolname = '" + APPLICATION + "'")) {
        statement.execute("create role " + APPLICATION + " login");
      }
      statement.execute("alter role " + APPLICATION + " password '" + applicationPassword + "'");
      if (isMissing(statement, "select from pg_database where datname = '" + USER + "'")) {
        statement.execute("create database " + USER + " owner " + USER);
      }
    }
  }

  /// Deletes the write-ahead log up to now, which recovery does not need any more. Otherwise its
  /// files are used again and hold what they held until they are overwritten.
  public void deleteOldLog() throws SQLException {
    try (Connection connection = connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set wal_recycle = off");
      try {
        statement.execute("select pg_reload_conf()");
        // the process that deletes heeds the setting from its second turn on at the latest
        for (int turn = 0; turn < 2; turn++) {
          statement.execute("select pg_switch_wal()");
          statement.execute("checkpoint");
        }
      } finally {
        statement.execute("alter system reset wal_recycle");
        statement.execute("select pg_reload_conf()");
      }
    }
  }

  private Connection connectAsSuperuser() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", Cluster.SUPERUSER);
    properties.setProperty("password", password);
    return DriverManager.getConnection(jdbcUrl(Cluster.SUPERUSER), properties);
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return !found.next();
    }
  }

  private void watch(Cluster files) throws IOException {
    files
        .postmaster()
        .ifPresent(process -> ProcessHandle.of(process).ifPresent(handle -> watch(files, handle)));
  }

  private void watch(Cluster files, ProcessHandle postmaster) {
    Thread.ofVirtual()
        .name("database-watch")
        .start(() -> {
          postmaster.onExit().join();
          startAgain(files);
        });
  }

  private void startAgain(Cluster files) {
    turn.lock();
    try {
      if (closed) {
        return;
      }
      log.warn("The database ended by itself: starting it again");
      files.leftovers().clear();
      if (files.startedOn(port)) {
        watch(files);
        log.info("The database runs again");
        return;
      }
    } catch (IOException | RuntimeException failed) {
      // whatever it is: nobody else would try again
      log.warn("The database can't be started again", failed);
    } finally {
      turn.unlock();
    }
    log.error("The database did not start again; its log is {}", files.folder().log());
    CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS).execute(() -> startAgain(files));
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
      if (cluster != null) {
        cluster.stop();
        log.info("PostgreSQL is stopped");
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException failed) {
      log.warn("The data folder's lock could not be given back", failed);
    } finally {
      turn.unlock();
    }
  }
}
