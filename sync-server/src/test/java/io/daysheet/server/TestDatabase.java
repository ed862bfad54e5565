package io.daysheet.server;

import io.daysheet.server.database.DataFolders;
import io.daysheet.server.database.EmbeddedPostgres;
import io.daysheet.server.database.UnpackedPostgres;
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
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A fresh, empty database on the one PostgreSQL that the tests of this JVM share.
///
/// @param url where it answers
/// @param password of the role `daysheet`, which owns it
/// @param applicationPassword of the role `daysheet_app`, which a server works as
public record TestDatabase(String url, String password, String applicationPassword) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /// Without any table.
  public static TestDatabase empty() {
    return create("test_" + COUNT.incrementAndGet(), "template1");
  }

  private static TestDatabase create(String name, String template) {
    EmbeddedPostgres postgres = Shared.POSTGRES;
    String url = postgres.jdbcUrl().replaceAll("[^/]*$", "");
    asSuperuser("create database %s owner daysheet template %s".formatted(name, template));
    return new TestDatabase(url + name, postgres.password(), postgres.applicationPassword());
  }

  /// In no database of a test's, but in what they all share.
  public static void asSuperuser(String sql) {
    asSuperuser(Shared.POSTGRES, sql);
  }

  private static void asSuperuser(EmbeddedPostgres postgres, String... sql) {
    String url = postgres.jdbcUrl().replaceFirst("[^/]*$", "postgres");
    try (Connection connection = DriverManager.getConnection(url, "postgres", postgres.password());
        Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// With the schema, as a copy of one that was migrated: a copy takes a tenth of the time. Who may
  /// do what with the database itself isn't copied by PostgreSQL.
  public static TestDatabase migrated() {
    String name = "test_" + COUNT.incrementAndGet();
    TestDatabase database = create(name, Template.NAME);
    asSuperuser(
        """
        update pg_database set datacl = (select datacl from pg_database where datname = '%s')
        where datname = '%s'\
        """
            .formatted(Template.NAME, name));
    return database;
  }

  /// As the owner of the tables, who may do everything with them, of a server's database.
  public static JdbcClient owner(Environment server) {
    return JdbcClient.create(
        new DriverManagerDataSource(
            server.getRequiredProperty("spring.datasource.url"),
            server.getRequiredProperty("spring.flyway.user"),
            server.getRequiredProperty("spring.flyway.password")));
  }

  /// As who may do everything in the database.
  public Connection connectAsSuperuser() throws SQLException {
    return DriverManager.getConnection(url, "postgres", password);
  }

  /// As a server works.
  public DriverManagerDataSource application() {
    return new DriverManagerDataSource(url, EmbeddedPostgres.APPLICATION, applicationPassword);
  }

  /// As the owner of the tables.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, EmbeddedPostgres.USER, password);
  }

  /// Gives a Spring context an empty database of its own.
  public static final class Initializer
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestDatabase database = empty();
      context.addApplicationListener(
          (ApplicationListener<ContextRefreshedEvent>)
              event -> {
                TestPatients.serve(event.getApplicationContext());
                TestTokens.forget(event.getApplicationContext().getEnvironment());
              });
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test-database",
                  Map.of(
                      "spring.datasource.url", database.url,
                      "spring.datasource.username", EmbeddedPostgres.APPLICATION,
                      "spring.datasource.password", database.applicationPassword,
                      "spring.flyway.user", EmbeddedPostgres.USER,
                      "spring.flyway.password", database.password,
                      "daysheet.data", Shared.FOLDER.resolve("server_" + COUNT).toString())));
    }
  }

  private static final class Template {
    static final String NAME = make();

    private static String make() {
      String name = "migrated";
      TestDatabase database = create(name, "template1");
      Flyway.configure()
          .dataSource(database.url, EmbeddedPostgres.USER, database.password)
          .load()
          .migrate();
      return name;
    }
  }

  private static final class Shared {
    static final Path FOLDER = folder();
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      EmbeddedPostgres postgres = new EmbeddedPostgres(UnpackedPostgres.into(FOLDER)).start();
      // what it holds ends with the tests: no power cut is to be outlived, so no disk is waited for
      asSuperuser(
          postgres,
          "alter system set fsync = off",
          "alter system set full_page_writes = off",
          "select pg_reload_conf()");
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
