package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestHospital;
import io.daysheet.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Over HTTP: what each endpoint leaves in the trail.
@ServerTest
@Import(SettableClock.Configuration.class)
class AuditedEndpointsIT {

  private static final String NINE = "2030-03-12T09:00:00+01:00";
  private static final String TEN = "2030-03-12T10:00:00+01:00";
  private static final String NOON = "2030-03-12T12:00:00+01:00";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Api desk;
  private Api auditor;
  private TestHospital hospital;
  private UUID doctor;
  private UUID patient;

  @BeforeEach
  void connect() {
    TestAccounts.account(jdbc, "auditor", "Audrey Auditor", "AUDITOR");
    desk = Api.on(port);
    auditor = desk.as("auditor");
    hospital = TestHospital.hourly(jdbc);
    doctor = hospital.doctor();
    patient = hospital.patient();
  }

  @Test
  void eachReadAndWriteOfAPatientsDataIsThereWithTheOneWhoDidIt() {
    desk.post("/availabilities", json(hospital.opening(doctor, NINE, NOON)));
    String visit =
        desk.post("/appointments", json(hospital.booking(doctor, patient, TEN)))
            .json()
            .get("id")
            .asString();
    assertThat(desk.post("/appointments", json(hospital.booking(doctor, patient, TEN))).status())
        .isEqualTo(409);
    desk.get("/appointments/" + visit);
    desk.get("/schedule?date=2030-03-12&hospital=" + hospital.id());
    desk.get("/patients/" + patient);
    desk.get("/patients/" + patient + "/appointments");
    desk.post("/appointments/" + visit + "/cancel", "{\"reason\":\"ill\"}", "If-Match", "\"1\"");
    assertThat(desk.get("/appointments/" + UUID.randomUUID()).status()).isEqualTo(404);

    assertThat(trailOf(patient))
        .containsExactly(
            "appointment-booked done",
            "appointment-booked refused doctor-busy",
            "appointment-read done",
            "day-read done",
            "patient-read done",
            "patient-visits-read done",
            "appointment-cancelled done");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit_entry
                    where hospital_id = ? and code = 'doctor-busy' and outcome = 'refused'
                    """)
                .param(hospital.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  /// "Not modified" would be answered past the trail.
  @Test
  void aReadWithAConditionIsAReadToo() {
    String path = "/patients/" + patient;
    assertThat(desk.send("GET", path, null, "If-None-Match", "\"1\"").status()).isEqualTo(200);
    assertThat(
            desk.send("GET", path, null, "If-None-Match", "*", "If-Modified-Since", "x").status())
        .isEqualTo(200);

    assertThat(trailOf(patient)).containsExactly("patient-read done", "patient-read done");
  }

  @Test
  void whoIsToldThatAnMrnIsTakenIsToldOfAPatient() {
    Api.Answer record = desk.get("/patients/" + patient);
    Api.Answer refused =
        desk.post(
            "/patients",
            "{\"givenName\":\"Bo\",\"familyName\":\"New\",\"birthDate\":\"2001-02-03\",\"mrn\":\""
                + record.json().get("mrn").asString()
                + "\"}");

    assertThat(refused.violations()).containsExactly("mrn-taken");
    assertThat(trailOf(patient))
        .containsExactly("patient-read done", "patient-registered refused mrn-taken");
  }

  private List<String> trailOf(UUID whose) {
    return jdbc.sql(
            """
            select action || ' ' || outcome || coalesce(' ' || code, '')
            from audit_entry
            where account_id = ? and patients @> array[?] order by id
            """)
        .params(TestAccounts.id(TestAccounts.DESK), whose)
        .query(String.class)
        .list();
  }

  /// In the one round trip of the command.
  @Test
  void aWriteNamesWhoDidItFromWhereAndWhy() {
    desk.post("/availabilities", json(hospital.opening(doctor, NINE, NOON)));
    var booked =
        desk.post(
            "/appointments",
            json(hospital.booking(doctor, patient, TEN)),
            "Daysheet-Desk",
            "Front%20desk%203");
    String visit = booked.json().get("id").asString();
    desk.post("/appointments/" + visit + "/cancel", "{\"reason\":\"ill\"}", "If-Match", "\"1\"");

    JsonNode items = auditor.get("/audit?patient=" + patient).json().get("items");
    JsonNode cancelled = items.get(0);
    assertThat(cancelled.get("action").asString()).isEqualTo("appointment-cancelled");
    assertThat(cancelled.get("reason").asString()).isEqualTo("ill");
    JsonNode entry = items.get(1);
    assertThat(entry.get("action").asString()).isEqualTo("appointment-booked");
    assertThat(entry.get("account").asString())
        .isEqualTo(TestAccounts.id(TestAccounts.DESK).toString());
    assertThat(entry.get("accountName").asString()).isEqualTo(TestAccounts.DESKS_NAME);
    assertThat(entry.get("roles").valueStream().map(JsonNode::asString))
        .containsExactly("SCHEDULER");
    assertThat(entry.get("client").asString()).isEqualTo(TestAccounts.DESK);
    assertThat(entry.get("address").asString()).isEqualTo("127.0.0.1");
    assertThat(entry.get("desk").asString()).isEqualTo("Front desk 3");
    assertThat(entry.get("hospital").asString()).isEqualTo(hospital.id().toString());
    assertThat(entry.get("subjectId").asString()).isEqualTo(visit);
  }

  /// Also where the rules refuse the repetition by now, and the first answer goes out all the same.
  @Test
  void anAnswerThatGoesOutAgainIsWrittenAgain() {
    desk.post("/availabilities", json(hospital.opening(doctor, NINE, NOON)));
    String booking = json(hospital.booking(doctor, patient, TEN));
    String key = UUID.randomUUID().toString();
    String visit =
        desk.post("/appointments", booking, "Idempotency-Key", key).json().get("id").asString();
    desk.post("/appointments", booking, "Idempotency-Key", key);
    for (int i = 0; i < 2; i++) {
      var cancelled =
          desk.post(
              "/appointments/" + visit + "/cancel",
              "{\"reason\":\"ill\"}",
              "If-Match",
              "\"1\"",
              "Idempotency-Key",
              key + "c");
      assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
    }

    assertThat(trail("patient=" + patient))
        .containsExactly(
            "appointment-cancelled repeated",
            "appointment-cancelled done",
            "appointment-booked repeated",
            "appointment-booked done");

    String person = "{\"givenName\":\"Ada\",\"familyName\":\"Again\",\"birthDate\":\"1990-01-01\"}";
    desk.post("/patients", person, "Idempotency-Key", key + "p");
    String id =
        desk.post("/patients", person, "Idempotency-Key", key + "p").json().get("id").asString();
    assertThat(trail("patient=" + id))
        .containsExactly("patient-registered repeated", "patient-registered done");
  }

  private List<String> trail(String question) {
    return auditor
        .get("/audit?" + question)
        .json()
        .get("items")
        .valueStream()
        .map(entry -> entry.get("action").asString() + " " + entry.get("outcome").asString())
        .filter(entry -> !entry.startsWith("audit-"))
        .toList();
  }

  @Test
  void aRegistrationIsThereInTheSameTransaction() {
    String id =
        desk.post(
                "/patients",
                "{\"givenName\":\"Ada\",\"familyName\":\"New\",\"birthDate\":\"1990-01-01\"}")
            .json()
            .get("id")
            .asString();

    assertThat(auditor.get("/audit?patient=" + id).json().at("/items/0/action").asString())
        .isEqualTo("patient-registered");
  }

  private static String json(Map<String, Object> body) {
    return WireJson.mapper().writeValueAsString(body);
  }
}
