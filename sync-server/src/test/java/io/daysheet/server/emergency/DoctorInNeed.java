package io.daysheet.server.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.access.TwoHospitals;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A doctor of the first hospital with an account of this test alone, so that what they see in an
/// emergency is seen by no other test.
public record DoctorInNeed(Api everybody, Api api, String login) {

  public static DoctorInNeed of(TwoHospitals world, int port) {
    return of(world.jdbc(), world.own().doctor(), port);
  }

  static DoctorInNeed of(JdbcClient jdbc, DoctorId doctor, int port) {
    String login = "doctor-" + UUID.randomUUID();
    jdbc.sql(
            """
            insert into account (id, login, name, roles, hospitals, doctor_id, created_at)
            values (?, ?, 'Dr. Nora North', array['DOCTOR'], '{}', ?, ?)
            """)
        .params(
            TestAccounts.id(login), login, doctor.value(), Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    TestAccounts.client(jdbc, login);
    Api everybody = Api.on(port);
    return new DoctorInNeed(everybody, everybody.as(login), login);
  }

  UUID account() {
    return TestAccounts.id(login);
  }

  /// What the patient's wristband says.
  String mrn(PatientId patient) {
    return everybody.get("/patients/" + patient).json().get("mrn").asString();
  }

  Answer ask(String mrn, String born, String reason, String... headers) {
    return api.post(
        "/emergency-access",
        """
        {"mrn":"%s","birthDate":"%s","reason":"%s"}
        """
            .formatted(mrn, born, reason),
        headers);
  }

  /// The id of one that begins.
  public String begin(PatientId patient, String born, String reason) {
    Answer begun = ask(mrn(patient), born, reason);
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return begun.json().get("id").asString();
  }

  public void end(String id) {
    assertThat(api.send("DELETE", "/emergency-access/" + id, null).status()).isEqualTo(204);
  }

  /// What the audit has of them, oldest first, as an auditor reads it.
  List<String> trail() {
    return everybody
        .as(TwoHospitals.login("auditor"))
        .get("/audit?limit=200&account=" + account())
        .json()
        .get("items")
        .valueStream()
        .map(entry ->
            Stream.of(
                        entry.get("action").asString(),
                        entry.get("outcome").asString(),
                        entry.path("code").asString(""))
                    .filter(word -> !word.isEmpty())
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow()
                + (entry.get("reason").isNull()
                    ? ""
                    : " because " + entry.get("reason").asString()))
        .filter(entry -> !entry.startsWith("token-issued"))
        .toList()
        .reversed();
  }
}
