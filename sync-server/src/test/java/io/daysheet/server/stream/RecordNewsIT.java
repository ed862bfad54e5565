package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.wire.WireJson;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which hospitals hear of a hospital, a doctor or a patient that changes, and who there.
@ServerTest
class RecordNewsIT {

  private static final String TEN = "2999-06-03T10:00Z";
  private static final String ELEVEN = "2999-06-03T11:00Z";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ChangeTable table;
  private Api desk;
  private Api admin;
  private Clinic clinic;
  private HospitalId hedwig;
  private HospitalId harbour;

  @BeforeEach
  void twoHospitals() {
    TestAccounts.account(jdbc, "news-admin", "Ada Admin", "ADMIN");
    desk = Api.on(port);
    admin = desk.as("news-admin");
    clinic = new Clinic(jdbc);
    hedwig = clinic.hospital("Hedwig", "Europe/Berlin");
    harbour = clinic.hospital("Harbour", "Europe/Berlin");
  }

  @Test
  void aHospitalHearsOfItself() {
    StreamPosition before = table.position(hedwig);
    try (var socket = DeskSocket.open(port)) {
      socket.subscribe(hedwig, before);
      put(admin, "/hospitals/" + hedwig, "name", "Hedwig East");
      socket.awaitNumber(before.sequence() + 1);

      JsonNode heard = socket.changes().getLast();
      assertThat(heard.get("kind").asString()).isEqualTo("hospital-changed");
      assertThat(heard.get("hospitalId").asString()).isEqualTo(hedwig.toString());
      assertThat(heard.get("version").asInt()).isEqualTo(2);
      assertThat(heard.get("by").asString()).isEqualTo("Ada Admin");
    }
    assertThat(kinds(harbour)).isEmpty();
  }

  @Test
  void whereADoctorWorksWorkedOrHasVisitsIsTold() {
    var zoe = clinic.doctor("Zoë Adler", hedwig);
    var visit =
        clinic.appointment(
            clinic.availability(harbour, zoe, TEN, ELEVEN),
            clinic.patient("Zofia", "Kowalska", "1987-05-14"),
            TEN,
            ELEVEN);
    HospitalId quiet = clinic.hospital("Quiet", "Europe/Berlin");

    put(admin, "/doctors/" + zoe, "hospitals", List.of());

    assertThat(kinds(hedwig)).containsExactly("doctor-changed");
    assertThat(kinds(harbour)).containsExactly("doctor-changed");
    assertThat(kinds(quiet)).isEmpty();
    clinic.status(visit, "CANCELLED");
    put(admin, "/doctors/" + zoe, "name", "Zoë Baum");
    assertThat(kinds(harbour)).hasSize(1);
  }

  @Test
  void whereAPatientHasVisitsFromTodayOnIsToldWithWhatTheCardsShow() {
    var zoe = clinic.doctor("Zoë Adler", hedwig, harbour);
    var patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    clinic.appointment(clinic.availability(hedwig, zoe, TEN, ELEVEN), patient, TEN, ELEVEN);
    clinic.appointment(
        clinic.availability(harbour, zoe, "2020-06-03T10:00Z", "2020-06-03T11:00Z"),
        patient,
        "2020-06-03T10:00Z",
        "2020-06-03T11:00Z");

    put(desk, "/patients/" + patient, "familyName", "Nowak");

    JsonNode told = changes(hedwig).getLast();
    assertThat(told.get("kind").asString()).isEqualTo("patient-changed");
    assertThat(told.get("patientId").asString()).isEqualTo(patient.toString());
    assertThat(told.at("/patient/familyName").asString()).isEqualTo("Nowak");
    assertThat(kinds(harbour)).isEmpty();
  }

  /// Each doctor hears of the own patients only, live and when they come back.
  @Test
  void aDoctorHearsOfTheOwnPatientsOnly() {
    var zoe = clinic.doctor("Zoë Adler", hedwig);
    var ben = clinic.doctor("Ben Zimmer", hedwig);
    TestAccounts.doctor(jdbc, "news-zoe", zoe.value());
    TestAccounts.doctor(jdbc, "news-ben", ben.value());
    var patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    clinic.appointment(clinic.availability(hedwig, zoe, TEN, ELEVEN), patient, TEN, ELEVEN);
    StreamPosition before = table.position(hedwig);

    try (var own = DeskSocket.open(port, "news-zoe");
        var foreign = DeskSocket.open(port, "news-ben")) {
      own.subscribe(hedwig, before);
      foreign.subscribe(hedwig, before);
      put(desk, "/patients/" + patient, "familyName", "Nowak");
      own.awaitNumber(before.sequence() + 1);
      foreign.awaitNumber(before.sequence() + 1);

      assertThat(own.changes().getLast().at("/patient/familyName").asString()).isEqualTo("Nowak");
      assertThat(foreign.changes().getLast().get("kind").asString()).isEqualTo("withheld");
      assertThat(foreign.changes().getLast().toString()).doesNotContain("Nowak");
    }
    try (var back = DeskSocket.open(port, "news-ben")) {
      back.subscribe(hedwig, before);
      back.awaitNumber(before.sequence() + 1);
      assertThat(back.changes().getLast().get("kind").asString()).isEqualTo("withheld");
    }
  }

  /// Each visit that the board shows, as it is now, and then the patient.
  @Test
  void aMergeIsToldVisitByVisit() {
    var zoe = clinic.doctor("Zoë Adler", hedwig);
    var ben = clinic.doctor("Ben Zimmer", hedwig);
    var from = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    var into = clinic.patient("Zofia Anna", "Kowalska", "1987-05-14");
    var carried =
        clinic.appointment(clinic.availability(hedwig, zoe, TEN, ELEVEN), from, TEN, ELEVEN);
    var own = clinic.appointment(clinic.availability(hedwig, ben, TEN, ELEVEN), into, TEN, ELEVEN);

    try (var socket = DeskSocket.open(port)) {
      StreamPosition before = table.position(hedwig);
      socket.subscribe(hedwig, before);
      Answer merged =
          desk.post(
              "/patients/" + from + "/merge", "{\"into\":\"" + into + "\"}", "If-Match", "\"1\"");
      assertThat(merged.status()).as(merged.text()).isEqualTo(200);
      socket.awaitNumber(before.sequence() + 3);

      List<JsonNode> heard = socket.changes();
      assertThat(heard.stream().map(change -> change.get("kind").asString()))
          .containsExactly("appointment-changed", "appointment-changed", "patient-changed");
      assertThat(heard.subList(0, 2))
          .allSatisfy(change -> {
            assertThat(change.get("patientId").asString()).isEqualTo(into.toString());
            assertThat(change.at("/patient/givenName").asString()).isEqualTo("Zofia Anna");
            assertThat(change.get("needsAttention").toString()).contains("patient-busy");
            assertThat(change.get("version").asInt()).isEqualTo(2);
          })
          .extracting(change -> change.get("id").asString())
          .containsExactlyInAnyOrder(carried.toString(), own.toString());
    }
    assertThat(changes(hedwig)).hasSize(3);
  }

  private List<String> kinds(HospitalId hospital) {
    return changes(hospital).stream().map(change -> change.get("kind").asString()).toList();
  }

  /// As somebody reads them from the table who comes back.
  private List<JsonNode> changes(HospitalId hospital) {
    return table.after(hospital, 0, 100).stream()
        .<JsonNode>map(change -> WireJson.mapper().valueToTree(change))
        .toList();
  }

  private static void put(Api as, String path, String field, Object value) {
    ObjectNode body = (ObjectNode) as.get(path).json();
    body.set(field, WireJson.mapper().valueToTree(value));
    Answer answer =
        as.send(
            "PUT",
            path,
            body.toString(),
            "If-Match",
            "\"" + body.get("version").asInt() + "\"",
            "Idempotency-Key",
            UUID.randomUUID().toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }
}
