package io.daysheet.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daysheet.server.BesideOthers;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, kindly and badly treated. The tests share one data folder, as the starts of one
/// installation do: what one leaves, the next finds.
@BesideOthers
class EmbeddedPostgresIT {

  /// Longer than a socket's path may be, with characters that a shell would trip over.
  private static final String AWKWARD =
      "a front desk's (data) & *; ü - " + "long ".repeat(18).strip();

  @TempDir static Path temporary;

  private static Path data() {
    return temporary.resolve(AWKWARD);
  }

  /// Another data folder, in which nothing is left to be unpacked.
  private static Path withPrograms(String name) throws IOException {
    return UnpackedPostgres.into(Files.createDirectory(temporary.resolve(name)));
  }

  private static EmbeddedPostgres start() {
    return new EmbeddedPostgres(data()).start();
  }

  @Test
  void whatWasWrittenIsThereAfterARestart() throws SQLException {
    try (EmbeddedPostgres first = start()) {
      write(first, "kept", "a booking");
    }
    try (EmbeddedPostgres second = start()) {
      assertThat(read(second, "kept")).containsExactly("a booking");
    }
  }

  @Test
  void theClusterIsSafeByItsSettings() throws SQLException {
    try (EmbeddedPostgres postgres = start()) {
      for (String setting :
          List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
        assertThat(query(postgres, "show " + setting)).as(setting).containsExactly("on");
      }
      assertThat(query(postgres, "show listen_addresses")).containsExactly("127.0.0.1");
      assertThat(
              query(
                  postgres,
                  "select datlocprovider::text || datlocale from pg_database where datname ="
                      + " 'daysheet'"))
          .containsExactly("bC.UTF-8");
      assertThat(query(postgres, "select usesuper from pg_user where usename = 'daysheet'"))
          .containsExactly("f");
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    try (EmbeddedPostgres postgres = start()) {
      for (String user : List.of("postgres", "daysheet", "daysheet_app")) {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, "guess"))
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void onlyTheOwnerReadsThePassword() throws IOException {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(Files.readString(data().resolve("database.password")).strip())
          .isEqualTo(postgres.password())
          .matches("[0-9a-f]{64}");
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(permissions("database.password")).isEqualTo("rw-------");
      assertThat(permissions("database")).isEqualTo("rwx------");
    }
  }

  @Test
  void aFolderOfAnEarlierVersionGetsTheRoleThatTheServerWorksAs() throws Exception {
    Path other = withPrograms("one role");
    try (EmbeddedPostgres earlier = new EmbeddedPostgres(other).start();
        Connection superuser =
            DriverManager.getConnection(earlier.jdbcUrl(), "postgres", earlier.password());
        Statement statement = superuser.createStatement()) {
      statement.execute("drop role daysheet_app");
    }
    Files.delete(other.resolve("database-app.password"));

    try (EmbeddedPostgres now = new EmbeddedPostgres(other).start()) {
      assertThat(now.applicationPassword()).matches("[0-9a-f]{64}").isNotEqualTo(now.password());
      try (Connection server =
              DriverManager.getConnection(
                  now.jdbcUrl(), EmbeddedPostgres.APPLICATION, now.applicationPassword());
          Statement statement = server.createStatement()) {
        assertThat(statement.execute("select 1")).isTrue();
      }
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(other.resolve("database-app.password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aSecondLiveServerOnTheFolderIsRefused() throws SQLException {
    try (EmbeddedPostgres first = start()) {
      EmbeddedPostgres second = new EmbeddedPostgres(data());
      assertThatThrownBy(second::start)
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessageContaining("Another Daysheet server");
      second.close();
      assertThat(query(first, "select 1")).as("the first goes on").containsExactly("1");
    }
  }

  @Test
  void aDatabaseThatIsKilledUnderTheServerComesBackOnItsPort() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      write(postgres, "killed_under", "acknowledged");
      long before = DataFolders.killDatabase(data());
      await()
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptions()
          .untilAsserted(() -> {
            assertThat(Leftovers.postmaster(data().resolve("database")).orElseThrow())
                .isNotEqualTo(before);
            assertThat(read(postgres, "killed_under")).containsExactly("acknowledged");
          });
    }
  }

  @Test
  void anUnfinishedInitialisationIsNeverMistakenForAGoodOne() throws Exception {
    Path other = withPrograms("interrupted");
    try (EmbeddedPostgres complete = new EmbeddedPostgres(other).start()) {
      assertThat(query(complete, "select 1")).containsExactly("1");
    }
    // as a kill in the middle of initdb leaves it: files, but not the name
    Files.move(other.resolve("database"), other.resolve("database.unfinished-1"));
    Files.delete(other.resolve("database.unfinished-1/global/pg_control"));
    try (EmbeddedPostgres again = new EmbeddedPostgres(other).start()) {
      assertThat(query(again, "select 1")).containsExactly("1");
    }
    try (Stream<Path> left = Files.list(other)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("unfinished"));
    }
  }

  @Test
  void anOldProcessNumberThatSomebodyElseHasNowHindersNobody() throws Exception {
    start().close();
    Path file = data().resolve("database/postmaster.pid");
    // as after a power cut: this test's own process has the number of the database by now
    Files.writeString(
        file,
        ProcessHandle.current().pid()
            + "\n"
            + data().resolve("database")
            + "\n1\n5432\n\n127.0.0.1\n  1 1\nready\n");
    try (EmbeddedPostgres postgres = start()) {
      assertThat(query(postgres, "select 1")).containsExactly("1");
    }
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void aDatabaseOfAnotherVersionIsLeftAlone() throws Exception {
    Path other = temporary.resolve("version");
    Files.createDirectories(other.resolve("database"));
    Files.writeString(other.resolve("database/PG_VERSION"), "15\n");
    assertThatThrownBy(() -> new EmbeddedPostgres(other).start())
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("PostgreSQL 15");
  }

  @Test
  void aFolderThatPostgresCantQuoteIsRefusedClearly() {
    assertThatThrownBy(() -> new EmbeddedPostgres(temporary.resolve("$HOME")).start())
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("character");
  }

  @Test
  void theDatabasesOwnLogQuotesNobody() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      for (String refused :
          List.of(
              "insert into nobody values ('Zofia Kowalska')",
              "select 'Zofia Kowalska'::date",
              "do $$ begin raise exception 'Zofia Kowalska'; end $$",
              "do $$ begin raise warning 'Zofia Kowalska'; end $$")) {
        try {
          query(postgres, refused);
        } catch (SQLException expected) {
          assertThat(expected.getSQLState()).isNotNull();
        }
      }
    }
    assertThat(Files.readString(data().resolve("database.log")))
        .contains("ready to accept connections")
        .doesNotContain("Kowalska");
  }

  private static String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve(file)));
  }

  private static void write(EmbeddedPostgres postgres, String table, String text)
      throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute("create table " + table + " (what text)");
      statement.execute("insert into " + table + " values ('" + text + "')");
    }
  }

  private static List<String> read(EmbeddedPostgres postgres, String table) throws SQLException {
    return query(postgres, "select what from " + table);
  }

  static List<String> query(EmbeddedPostgres postgres, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password());
  }
}
