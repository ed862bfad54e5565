package io.daysheet.server.records;

import static io.daysheet.server.records.Bodies.put;
import static io.daysheet.server.records.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What the trail has of records that were written, and of who was looked for.
@ServerTest
class AuditedRecordsIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Api desk;
  private Api admin;

  @BeforeEach
  void connect() {
    TestAccounts.account(jdbc, "records-admin", "Ada Admin", "ADMIN");
    desk = Api.on(port);
    admin = desk.as("records-admin");
  }

  @Test
  void hospitalsAndDoctorsAreNamedByWhatTheyAre() {
    JsonNode hospital = admin.post("/hospitals", Bodies.HOSPITAL).json();
    String place = "/hospitals/" + hospital.get("id").asString();
    put(admin, place, with(hospital, "name", "Other"));
    put(admin, place, with(hospital, "name", "Late"));

    assertThat(trail("hospital_id = ?::uuid", hospital.get("id").asString()))
        .containsExactly(
            "hospital-created done hospital",
            "hospital-changed done hospital",
            "hospital-changed refused hospital");

    JsonNode doctor = admin.post("/doctors", Bodies.doctor("Zoë Adler")).json();
    put(admin, "/doctors/" + doctor.get("id").asString(), with(doctor, "active", false));
    assertThat(trail("subject_id = ?::uuid", doctor.get("id").asString()))
        .containsExactly("doctor-created done doctor", "doctor-changed done doctor");
  }

  @Test
  void aPatientsTrailTellsOfChangesAndOfWhoWasLookedFor() {
    var clinic = new Clinic(jdbc);
    String id = clinic.patient("Zofia", "Kowalska", "1987-05-14").toString();
    String other = clinic.patient("Zofia", "Kowalska-Nowak", "1987-05-14").toString();
    put(
        desk,
        "/patients/" + id,
        with(desk.get("/patients/" + id).json(), "email", "z@example.org"));
    desk.post(
        "/patients/duplicates",
        "{\"givenName\":\"Zofia\",\"familyName\":\"Kowalska\",\"birthDate\":\"1987-05-14\"}");
    String key = UUID.randomUUID().toString();
    merge(id, UUID.randomUUID().toString(), "\"2\"", key + "?");
    assertThat(merge(id, other, "\"2\"", key).status()).isEqualTo(200);
    merge(id, other, "\"2\"", key);

    assertThat(trail("patients @> array[?::uuid]", id))
        .containsExactly(
            "patient-read done patient",
            "patient-changed done patient",
            "duplicates-searched done",
            "patient-merged done patient",
            "patient-merged repeated patient");
    assertThat(trail("patients @> array[?::uuid]", other))
        .containsExactly(
            "duplicates-searched done",
            "patient-merged done patient",
            "patient-merged repeated patient");
  }

  private Answer merge(String from, String into, String version, String key) {
    return desk.post(
        "/patients/" + from + "/merge",
        "{\"into\":\"" + into + "\"}",
        "If-Match",
        version,
        "Idempotency-Key",
        key);
  }

  private List<String> trail(String condition, String id) {
    return jdbc.sql(
            "select concat_ws(' ', action, outcome, subject_kind) from audit_entry where "
                + condition
                + " order by id")
        .param(id)
        .query(String.class)
        .list();
  }
}
