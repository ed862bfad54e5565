package io.daysheet.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.server.SyncServer;
import io.daysheet.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the role that the server works as can't do, tried with its own login.
class RolesIT {

  private static final String DENIED = "42501";

  @TempDir static Path data;

  private TestDatabase database;
  private Connection owner;
  private Connection application;

  @BeforeEach
  void connect() throws SQLException {
    database = TestDatabase.migrated();
    owner = database.connect();
    application =
        DriverManager.getConnection(
            database.url(), EmbeddedPostgres.APPLICATION, database.applicationPassword());
  }

  @AfterEach
  void disconnect() throws SQLException {
    application.close();
    owner.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table mine (id int)",
        "create temporary table hospital (id int)",
        "create schema mine",
        "create function mine() returns int language sql return 1",
        "alter table patient add column x text",
        "alter table patient disable trigger all",
        "drop table patient",
        "drop index patient_search",
        "insert into data_key select * from data_key",
        "delete from data_key",
        "truncate appointment",
        "truncate change",
        "update change set by = 'somebody else'",
        "delete from change",
        "insert into change (hospital_id, sequence, at, kind, subject_id, version) values"
            + " (gen_random_uuid(), 1, now(), 'appointment-booked', gen_random_uuid(), 1)",
        "update stream set sequence = 0",
        "delete from stream",
        "update epoch set id = gen_random_uuid()",
        "insert into audit_entry (era, xid, at, action, outcome, patients) values"
            + " (1, 1, now(), 'day-read', 'done', '{}')",
        "update audit_entry set patients = '{}'",
        "delete from audit_entry",
        "truncate audit_entry",
        "update audit_era set era = 2",
        "update audit_batch set entries = 0",
        "delete from audit_batch",
        "insert into audit_batch select * from audit_batch",
        "update audit_retention set kept = '1 day'",
        "update audit_key set pair = ''",
        "delete from audit_key",
        "delete from emergency_access",
        "update emergency_access set account_id = gen_random_uuid()",
        "update emergency_access set begins_at = now()",
        "select * from flyway_schema_history",
        "delete from flyway_schema_history",
        "grant daysheet to daysheet_app",
        "set role daysheet",
        "alter role daysheet_app superuser",
        "set session_replication_role = replica"
      })
  void theServersRoleIsRefused(String statement) {
    assertThatThrownBy(() -> run(application, statement))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo(DENIED));
  }

  @Test
  void itAddsToAStreamAndForgetsOnlyWhatIsOld() throws SQLException {
    UUID hospital = SqlClinic.in(database).hospital();
    String change = "select commit_change('%s', 'hospital-changed', '%s', null, null, 2, null, %s)";
    run(application, change.formatted(hospital, hospital, "now() - interval '8 days'"));
    run(application, change.formatted(hospital, hospital, "now() - interval '6 days'"));

    run(application, "select forget_changes(now() + interval '1 year', 1000)");

    assertThat(texts(application, "select sequence from change")).containsExactly("2");
  }

  @Test
  void itAddsToTheAudit() throws SQLException {
    run(
        application,
        """
        select write_audit('{"account": "00000000-0000-0000-0000-000000000001", "name": "Zofia"}',
          now(), 'patient-read', 'done', 'patient', '00000000-0000-0000-0000-000000000002', null,
          array['00000000-0000-0000-0000-000000000002'::uuid])
        """);

    assertThat(texts(application, "select account_name || ' ' || action from audit_entry"))
        .containsExactly("Zofia patient-read");
  }

  @Test
  void aDumpThatIsRestoredElsewhereGoesOnInANewEra() throws SQLException {
    run(application, "select begin_audit_era()");
    assertThat(texts(application, "select era from audit_era")).containsExactly("1");

    run(owner, "update audit_era set system_identifier = 42");
    run(application, "select begin_audit_era()");
    run(application, "select begin_audit_era()");

    assertThat(texts(application, "select era from audit_era order by era"))
        .containsExactly("1", "2");
  }

  /// A function that runs with the owner's rights must not find a caller's table before ours.
  @Test
  void whatRunsAsTheOwnerLooksInOneSchemaAndIsTheServersOnly() throws SQLException {
    String functions = "from pg_proc where pronamespace = 'public'::regnamespace and prosecdef";
    assertThat(texts(owner, "select proname " + functions)).contains("commit_change");
    assertThat(
            texts(
                owner,
                "select proname "
                    + functions
                    + " and not 'search_path=public, pg_temp' = any (coalesce(proconfig, '{}'))"))
        .isEmpty();
    assertThat(
            texts(
                owner,
                "select p.proname "
                    + functions.replace("pg_proc", "pg_proc p, aclexplode(proacl) as a")
                    + " and a.grantee = 0"))
        .isEmpty();
  }

  @Test
  void aTableOfALaterMigrationIsUsedButNotOwned() throws SQLException {
    run(owner, "create table later (id bigint generated always as identity, what text)");

    run(application, "insert into later (what) values ('a')");
    run(application, "update later set what = 'b'");

    assertThat(texts(application, "select what from later")).containsExactly("b");
    assertThatThrownBy(() -> run(application, "drop table later")).isInstanceOf(SQLException.class);
  }

  @Test
  void aDatabaseFromBeforeTheRolesKeepsItsRows() throws SQLException {
    TestDatabase old = TestDatabase.empty();
    var history = Flyway.configure().dataSource(old.url(), EmbeddedPostgres.USER, old.password());
    history.target("20").load().migrate();
    UUID patient;
    try (SqlClinic clinic = SqlClinic.in(old)) {
      UUID doctor = clinic.doctor();
      patient = UUID.randomUUID();
      SqlClinic.update(
          clinic.connection(),
          """
          insert into patient (id, mrn, given_name, family_name, birth_date)
          values (?, '1', 'Test', 'Patient', '1990-01-01')
          """,
          patient);
      UUID visit = clinic.insert(doctor, patient, clinic.availability(doctor, 9, 17), 10, 11);
      run(
          clinic.connection(),
          "select commit_change('%s', 'appointment-booked', '%s', null, null, 1, null, now())"
              .formatted(clinic.hospital(), visit));
    }

    // up to where the server's own steps of the history begin, which encrypt
    history.target("32").load().migrate();

    try (Connection server =
        DriverManager.getConnection(
            old.url(), EmbeddedPostgres.APPLICATION, old.applicationPassword())) {
      assertThat(texts(server, "select patient_id from appointment"))
          .containsExactly(patient.toString());
      assertThat(texts(server, "select sequence from change")).containsExactly("1");
    }
  }

  @Test
  void aServerThatWouldWorkAsTheOwnerDoesNotStart() {
    assertThatThrownBy(() ->
            start(
                "--spring.datasource.username=" + EmbeddedPostgres.USER,
                "--spring.datasource.password=" + database.password(),
                "--spring.flyway.user=" + EmbeddedPostgres.USER,
                "--spring.flyway.password=" + database.password()))
        .rootCause()
        .isInstanceOfSatisfying(
            RoleCheck.TooMuchPower.class,
            refused -> {
              FailureAnalysis analysis = new RoleCheckFailureAnalyzer().analyze(refused, refused);
              assertThat(analysis.getDescription())
                  .contains(
                      "'daysheet'",
                      "make tables",
                      "change tables",
                      "rewrite the streams",
                      "rewrite the audit");
              assertThat(analysis.getAction()).contains("spring.flyway.user", "daysheet_app");
            });
  }

  @Test
  void withOneLoginEachConnectionBecomesTheServersRole() throws SQLException {
    TestDatabase.asSuperuser("grant daysheet_app to daysheet with inherit false, set true");
    try (ConfigurableApplicationContext server =
        start(
            "--spring.datasource.username=" + EmbeddedPostgres.USER,
            "--spring.datasource.password=" + database.password())) {
      JdbcClient jdbc = server.getBean(JdbcClient.class);
      assertThat(jdbc.sql("select current_user").query(String.class).single())
          .isEqualTo(EmbeddedPostgres.APPLICATION);
    } finally {
      TestDatabase.asSuperuser("revoke daysheet_app from daysheet");
    }
  }

  private ConfigurableApplicationContext start(String... logins) {
    List<String> arguments = new ArrayList<>(List.of(logins));
    arguments.add("--server.port=0");
    arguments.add("--daysheet.data=" + data);
    arguments.add("--spring.datasource.url=" + TestDatabase.empty().url());
    return SyncServer.application().run(arguments.toArray(String[]::new));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
