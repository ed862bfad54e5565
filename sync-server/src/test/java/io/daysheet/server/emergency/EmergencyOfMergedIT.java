package io.daysheet.server.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.PatientId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.access.TwoHospitals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// An emergency is about a person: when two records of theirs become one, that one is seen.
@ServerTest
@Import(SettableClock.Configuration.class)
class EmergencyOfMergedIT {

  private static final String BORN = "1991-02-03";
  private static final String WHY = "Unconscious in the corridor";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private PatientId old;
  private PatientId stays;
  private DoctorInNeed doctor;

  @BeforeEach
  void twoRecordsOfOnePerson() {
    TwoHospitals world = TwoHospitals.in(jdbc);
    old = world.clinic().patient("Olga", "Zweimal", BORN);
    stays = world.clinic().patient("Olga Maria", "Zweimal", BORN);
    doctor = DoctorInNeed.of(world, port);
  }

  /// The wristband has the number of before.
  @Test
  void theOldNumberLeadsToTheRecordThatStays() {
    merge();

    Answer begun = doctor.ask(doctor.mrn(old), BORN, WHY);

    assertThat(begun.json().get("patientId").asString()).isEqualTo(stays.toString());
    assertThat(begun.json().at("/patient/givenName").asString()).isEqualTo("Olga Maria");
    assertSees(200);
    doctor.end(begun.json().get("id").asString());
    assertSees(403);
  }

  @Test
  void whoeverSawTheOldRecordSeesTheOneThatStays() {
    String id = doctor.begin(old, BORN, WHY);
    assertThat(status(stays)).isEqualTo(403);

    merge();

    assertSees(200);
    assertThat(listed().at("/0/id").asString()).isEqualTo(id);
    assertThat(listed().at("/0/patientId").asString()).isEqualTo(stays.toString());
    assertThat(doctor.trail().getLast()).isEqualTo("emergency-access-read done because " + WHY);
    doctor.end(id);
    assertSees(403);
  }

  /// And what was another record before is theirs too.
  @Test
  void bothAreOneEmergencyAfterwards() {
    doctor.begin(old, BORN, WHY);
    doctor.begin(stays, BORN, WHY);
    merge();
    assertThat(listed()).hasSize(2);

    String last = doctor.begin(stays, BORN, WHY);

    assertThat(listed()).hasSize(1);
    assertSees(200);
    doctor.end(last);
    assertSees(403);
  }

  private JsonNode listed() {
    return doctor.api().get("/emergency-access").json().get("items");
  }

  private void assertSees(int status) {
    assertThat(status(stays)).isEqualTo(status);
    assertThat(status(old)).isEqualTo(status);
  }

  private int status(PatientId patient) {
    return doctor.api().get("/patients/" + patient).status();
  }

  private void merge() {
    Answer merged =
        Api.on(port)
            .post(
                "/patients/%s/merge".formatted(old),
                "{\"into\":\"%s\"}".formatted(stays),
                "If-Match",
                "\"1\"");
    assertThat(merged.status()).as(merged.text()).isEqualTo(200);
  }
}
