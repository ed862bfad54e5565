package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.SyncServer;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.database.EmbeddedPostgres;
import io.daysheet.server.database.UnpackedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A server's own database of before there was encryption: its rows are all there afterwards, and
/// nothing of them in the files.
class UpgradeIT {

  private static final List<String> PLANTED =
      List.of(
          "Quetzalina",
          "Xylanderowa",
          "MRN-SECRET-77",
          "+49 30 9988776",
          "quetza@example.org",
          "M-4711-0815",
          "a reason of hers",
          "a note about her",
          "a cancellation of hers",
          "https://video.example.org/her-room",
          "her first answer");

  private static final String ROWS =
      """
      insert into hospital (id, name, time_zone, latitude, longitude, operating_hours, policy)
      values ('00000000-0000-4000-8000-000000000001', 'St. Old', 'Europe/Berlin', 52, 13, '[]',
        '{"gridMinutes":60,"appointmentTypes":[{"code":"FOLLOW_UP","minutes":60,"bufferMinutes":0,
          "needsRoom":false,"selfService":true}],"minimumNotice":"PT0S","horizonDays":365,
          "cancellationNotice":"PT24H","holdDuration":"PT5M","waitlistClaim":"PT2H","reminders":[],
          "confirmation":null,"telehealthOpens":"PT5M","telehealthCloses":"PT1H"}');
      insert into doctor (id, name) values ('00000000-0000-4000-8000-000000000002', 'Dr. Old');
      insert into doctor_hospital values
        ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001');
      insert into patient (id, mrn, given_name, family_name, birth_date, phone, email,
        insurance_plan, insurance_member)
      values ('00000000-0000-4000-8000-000000000003', 'MRN-SECRET-77', 'Quetzalina', 'Xylanderowa',
        '1951-11-29', '+49 30 9988776', 'quetza@example.org', 'AOK', 'M-4711-0815');
      insert into patient (id, mrn, given_name, family_name, birth_date)
      select gen_random_uuid(), n::text, 'Given ' || n, 'Family ' || n, '1990-01-01'
      from generate_series(1, 1200) as n;
      insert into availability (id, hospital_id, doctor_id, during)
      values ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000001',
        '00000000-0000-4000-8000-000000000002', '[2030-03-12 08:00Z,2030-03-12 16:00Z)');
      insert into appointment (id, hospital_id, doctor_id, patient_id, availability_id, during,
        occupied, type, reason, notes, cancellation_reason, telehealth_link, created_at)
      values ('00000000-0000-4000-8000-000000000005', '00000000-0000-4000-8000-000000000001',
        '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003',
        '00000000-0000-4000-8000-000000000004', '[2030-03-12 09:00Z,2030-03-12 10:00Z)',
        '[2030-03-12 09:00Z,2030-03-12 10:00Z)', 'FOLLOW_UP', 'a reason of hers',
        'a note about her', 'a cancellation of hers', 'https://video.example.org/her-room', now());
      insert into idempotency (key, request_hash, status, body, created_at)
      values ('old', sha256('request'), 201, 'her first answer', now())
      """;

  @TempDir Path data;

  @Test
  void everyRowIsThereAndNothingOfThemInTheFiles() throws Exception {
    makeAnOldOne();
    assertThat(new PlainText(PLANTED).in(data)).as("the search finds what is there").isNotEmpty();

    try (ConfigurableApplicationContext server = start();
        TestDesk desk = desk(server)) {
      Answer patient = desk.get("/patients/00000000-0000-4000-8000-000000000003");
      assertThat(patient.text("givenName")).isEqualTo("Quetzalina");
      assertThat(patient.text("familyName")).isEqualTo("Xylanderowa");
      assertThat(patient.text("birthDate")).isEqualTo("1951-11-29");
      assertThat(patient.text("mrn")).isEqualTo("MRN-SECRET-77");
      assertThat(patient.text("phone")).isEqualTo("+49 30 9988776");
      assertThat(patient.text("email")).isEqualTo("quetza@example.org");
      assertThat(patient.json().at("/insurance/memberId").asString()).isEqualTo("M-4711-0815");
      Answer visit = desk.get("/appointments/00000000-0000-4000-8000-000000000005");
      assertThat(visit.text("reason")).isEqualTo("a reason of hers");
      assertThat(visit.text("notes")).isEqualTo("a note about her");
      assertThat(visit.text("telehealthLink")).isEqualTo("https://video.example.org/her-room");
      assertThat(desk.get("/patients?query=xyla").json().get("items").size()).isEqualTo(1);
      assertThat(desk.get("/patients?query=family&limit=50").json().get("items").size())
          .isEqualTo(50);
      assertThat(firstAnswer(server)).isEqualTo("her first answer");
    }

    assertThat(new PlainText(PLANTED).in(data)).isEmpty();
  }

  private String firstAnswer(ConfigurableApplicationContext server) {
    byte[] sha256 =
        server
            .getBean(JdbcClient.class)
            .sql("select sha256('request')")
            .query(byte[].class)
            .single();
    byte[] body =
        server
            .getBean(JdbcClient.class)
            .sql("select body from first_answer('old', ?) where outcome = 'repeated'")
            .param(server.getBean(BlindIndex.class).requestHash(sha256))
            .query(byte[].class)
            .single();
    return server
        .getBean(FieldCipher.class)
        .decrypt(EncryptedField.ofRecords("idempotency", "body"), "old", body);
  }

  private void makeAnOldOne() throws SQLException {
    try (EmbeddedPostgres old = new EmbeddedPostgres(UnpackedPostgres.into(data)).start()) {
      Flyway.configure()
          .dataSource(old.jdbcUrl(), EmbeddedPostgres.USER, old.password())
          .target("20")
          .load()
          .migrate();
      try (Connection connection =
              DriverManager.getConnection(old.jdbcUrl(), EmbeddedPostgres.USER, old.password());
          Statement statement = connection.createStatement()) {
        statement.execute(ROWS);
      }
    }
  }

  private ConfigurableApplicationContext start() {
    return SyncServer.application().run("--server.port=0", "--daysheet.data=" + data);
  }

  private static TestDesk desk(ConfigurableApplicationContext server) {
    return TestDesk.at(
        URI.create(
            "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + "/"));
  }
}
