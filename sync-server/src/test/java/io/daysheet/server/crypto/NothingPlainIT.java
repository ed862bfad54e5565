package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.server.Api;
import io.daysheet.server.RawHttp;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.crypto.KeysetRows.Step;
import io.daysheet.server.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Who steals the disk and the logs of a server that has worked a while, kindly and badly treated,
/// reads nothing of a patient.
@ExtendWith(OutputCaptureExtension.class)
class NothingPlainIT {

  private static final List<PlantedPerson> PEOPLE =
      IntStream.range(0, 6).mapToObj(PlantedPerson::new).toList();
  private static final String DAY = "2099-03-12";

  @TempDir Path data;

  @Test
  void ofFiftyPlantedTextsNoneIsInTheFilesOrTheLogs(CapturedOutput output) throws Exception {
    List<String> planted = PEOPLE.stream().flatMap(person -> person.texts().stream()).toList();
    assertThat(planted).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
    var search = new PlainText(planted);

    try (OwnServer server =
        OwnServer.start(
            data,
            "--daysheet.crypto.refresh=200ms",
            "--daysheet.crypto.longest-write=0s",
            "--daysheet.crypto.batch=3",
            "--server.tomcat.basedir=" + data.resolve("tomcat"))) {
      TestHospital hospital = TestHospital.hourly(server.jdbc());
      farAhead(server);
      PEOPLE.subList(0, 3).forEach(person -> work(server, hospital, person));
      Files.createFile(data.resolve("keys").resolve("replace-records"));
      Files.createFile(data.resolve("keys").resolve("replace-index"));
      PEOPLE.subList(3, PEOPLE.size()).forEach(person -> work(server, hospital, person));
      for (PlantedPerson person : PEOPLE) {
        treatBadly(server, person);
      }
      await().until(() -> isReplaced(server, "replace-records", Purpose.RECORDS));
      await().until(() -> isReplaced(server, "replace-index", Purpose.INDEX));
      assertThat(entriesOfTheAudit(server)).isGreaterThan(10L * PEOPLE.size());
      checkpoint(server);
      assertThat(search.in(data)).as("while it runs").isEmpty();
    }

    assertThat(new PlainText(List.of(PlantedPerson.PLAN)).in(data))
        .as("what is not encrypted is found, in the table and in the write-ahead log")
        .anyMatch(found -> found.contains("base"))
        .anyMatch(found -> found.contains("pg_wal"));
    assertThat(search.in(data)).as("when it has stopped").isEmpty();
    assertThat(search.in(output.getAll().getBytes(StandardCharsets.UTF_8))).as("said").isEmpty();
  }

  private static long entriesOfTheAudit(OwnServer server) {
    return server
        .jdbc()
        .sql("select count(*) from audit_entry where cardinality(patients) > 0")
        .query(Long.class)
        .single();
  }

  private static void farAhead(OwnServer server) {
    server
        .jdbc()
        .sql("update hospital set policy = jsonb_set(policy, '{horizonDays}', '36500')")
        .update();
  }

  /// From the first call to the visit that was not to be, each step twice.
  private static void work(OwnServer server, TestHospital hospital, PlantedPerson person) {
    TestDesk desk = server.desk();
    Answer made = twice(desk, "/patients", person.record(), "r" + person.number());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(desk.post("/patients", person.record()).status()).isEqualTo(409);
    String id = made.text("id");
    for (String typed :
        List.of(person.given(), person.family(), person.mrn(), person.born(), person.phone())) {
      assertThat(desk.get("/patients?query=" + Api.encoded(typed)).body()).as(typed).contains(id);
    }

    UUID doctor = hospital.doctor();
    hospital.availability(doctor, DAY + "T09:00:00+01:00", DAY + "T15:00:00+01:00");
    Map<String, Object> visit = person.visit(hospital, doctor, id, DAY + "T10:00:00+01:00");
    Answer booked = twice(desk, "/appointments", visit, "b" + person.number());
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    assertThat(desk.post("/appointments", visit).status()).isEqualTo(409);
    assertThat(
            desk.post(
                    "/appointments",
                    TestHospital.and(visit, "notes", person.whyCancelled()),
                    "Idempotency-Key",
                    "b" + person.number())
                .status())
        .isEqualTo(422);
    assertThat(desk.get("/schedule?hospital=" + hospital.id() + "&date=" + DAY).body())
        .contains(person.family(), person.notes());
    assertThat(desk.get("/patients/" + id + "/appointments").body()).contains(person.reason());

    Map<String, Object> elsewhere =
        Map.of("start", DAY + "T11:00:00+01:00", "reason", person.whyMoved());
    String move = "/appointments/" + booked.text("id") + "/reschedule";
    assertThat(desk.post(move, elsewhere, "If-Match", "\"1\"").status()).isEqualTo(200);
    assertThat(desk.get("/appointments/" + booked.text("id") + "/history").body())
        .contains(person.whyMoved());

    String cancel = "/appointments/" + booked.text("id") + "/cancel";
    Map<String, Object> why = Map.of("reason", person.whyCancelled());
    assertThat(desk.post(cancel, why, "If-Match", "\"7\"").status()).isEqualTo(412);
    String[] headers = {"If-Match", "\"2\"", "Idempotency-Key", "c" + person.number()};
    Answer cancelled = desk.post(cancel, why, headers);
    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    assertThat(desk.post(cancel, why, headers).body()).isEqualTo(cancelled.body());
    assertThat(desk.post(cancel, why, "If-Match", "\"3\"").status()).isEqualTo(409);
    inAnEmergency(server, hospital.doctor(), person, id);
  }

  /// A doctor who never saw them does.
  private static void inAnEmergency(
      OwnServer server, UUID doctor, PlantedPerson person, String id) {
    String login = "doctor-" + person.number();
    TestAccounts.account(server.jdbc(), login, "Doctor", "SCHEDULER");
    server
        .jdbc()
        .sql("update account set roles = '{DOCTOR}', doctor_id = ? where login = ?")
        .params(doctor, login)
        .update();
    try (TestDesk urgent = TestDesk.of(login, server.port())) {
      Map<String, Object> wish =
          Map.of(
              "mrn", person.mrn(),
              "birthDate", person.born(),
              "reason", person.whyInAnEmergency());
      Answer begun = twice(urgent, "/emergency-access", wish, "e" + person.number());
      assertThat(begun.status()).as(begun.body()).isEqualTo(201);
      assertThat(
              urgent
                  .post("/emergency-access", TestHospital.and(wish, "birthDate", "1901-01-01"))
                  .status())
          .isEqualTo(404);
      assertThat(urgent.get("/patients/" + id).body()).contains(person.family());
    }
  }

  private static Answer twice(TestDesk desk, String path, Map<String, Object> body, String key) {
    Answer first = desk.post(path, body, "Idempotency-Key", key);
    assertThat(desk.post(path, body, "Idempotency-Key", key).body()).isEqualTo(first.body());
    return first;
  }

  /// Requests that nobody understands, with names at places where none belong.
  private static void treatBadly(OwnServer server, PlantedPerson person) throws IOException {
    TestDesk desk = server.desk();
    assertThat(
            desk.post("/patients", TestHospital.and(person.record(), person.given(), 1)).status())
        .isEqualTo(400);
    assertThat(desk.post("/patients", "{\"mrn\": \"" + person.mrn() + "\", ").status())
        .isEqualTo(400);
    assertThat(
            desk.post("/patients", TestHospital.and(person.record(), "birthDate", person.notes()))
                .status())
        .isEqualTo(400);
    assertThat(desk.get("/patients/" + Api.encoded(person.family())).status()).isEqualTo(400);
    assertThat(desk.get("/" + person.given() + "?mrn=" + person.mrn()).status()).isEqualTo(404);
    assertThat(desk.get("/schedule?hospital=" + person.given() + "&date=" + person.born()).status())
        .isEqualTo(400);
    var raw = new RawHttp(server.port());
    raw.send(
        "GET /api/v1/patients?query="
            + person.given()
            + "[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    raw.send(
        "GET /api/v1/" + person.email() + "%GG HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    raw.send(person.given() + " " + person.mrn() + "\r\n\r\n");
    raw.send(
        "GET /api/v1/hospitals HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + person.given()
            + "\r\nConnection: close\r\n\r\n");
  }

  private boolean isReplaced(OwnServer server, String wish, Purpose purpose) {
    return Files.notExists(data.resolve("keys").resolve(wish))
        && server.context().getBean(DataKeys.class).rows().find(purpose).orElseThrow().step()
            == Step.DONE;
  }

  /// What is in the database's memory is in its files after that.
  private static void checkpoint(OwnServer server) throws SQLException {
    EmbeddedPostgres postgres = server.context().getBean(EmbeddedPostgres.class);
    try (Connection superuser =
            DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password());
        Statement sql = superuser.createStatement()) {
      sql.execute("checkpoint");
    }
  }
}
