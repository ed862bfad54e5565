package io.daysheet.server;

import io.daysheet.server.database.DataFolders;
import io.daysheet.server.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A fresh, empty database on the one PostgreSQL that the tests of this JVM share.
///
/// @param url where it answers
/// @param password of the role `daysheet`, which owns it
public record TestDatabase(String url, String password) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /// Without any table.
  public static TestDatabase empty() {
    EmbeddedPostgres postgres = Shared.POSTGRES;
    String name = "test_" + COUNT.incrementAndGet();
    String url = postgres.jdbcUrl().replaceAll("[^/]*$", "");
    try (Connection connection =
            DriverManager.getConnection(url + "postgres", "postgres", postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " owner daysheet");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return new TestDatabase(url + name, postgres.password());
  }

  /// With the schema.
  public static TestDatabase migrated() {
    TestDatabase database = empty();
    Flyway.configure()
        .dataSource(database.url, EmbeddedPostgres.USER, database.password)
        .load()
        .migrate();
    return database;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, EmbeddedPostgres.USER, password);
  }

  /// Gives a Spring context an empty database of its own.
  public static final class Initializer
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestDatabase database = empty();
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test-database",
                  Map.of(
                      "spring.datasource.url", database.url,
                      "spring.datasource.username", EmbeddedPostgres.USER,
                      "spring.datasource.password", database.password,
                      "daysheet.data", Shared.FOLDER.resolve("server_" + COUNT).toString())));
    }
  }

  private static final class Shared {
    static final Path FOLDER = folder();
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      EmbeddedPostgres postgres = new EmbeddedPostgres(FOLDER).start();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                postgres.close();
                DataFolders.delete(FOLDER);
              }));
      return postgres;
    }

    private static Path folder() {
      try {
        return Files.createTempDirectory("daysheet-test");
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
