package io.daysheet.server.records;

import static io.daysheet.server.records.Bodies.put;
import static io.daysheet.server.records.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.PatientId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// `PUT /patients/{id}` and the warning of duplicates.
@ServerTest
@Import(SettableClock.Configuration.class)
class PatientWritesIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Api desk;

  @BeforeEach
  void connect() {
    desk = Api.on(port);
  }

  private JsonNode registered(String given, String family, String born, String member) {
    Answer made =
        desk.post(
            "/patients",
            """
            {"givenName":"%s","familyName":"%s","birthDate":"%s","phone":"+49 30 1234567",
             "insurance":{"plan":"AOK","memberId":"%s"}}
            """
                .formatted(given, family, born, member));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json();
  }

  private static String path(JsonNode patient) {
    return "/patients/" + patient.get("id").asString();
  }

  @Test
  void aChangedPatientIsReadAndFoundAsTheyAreNow() {
    JsonNode before = registered("Änne", "Schulte", "1971-03-04", "C-1");

    Answer changed =
        put(desk, path(before), with(with(before, "familyName", "O'Neill"), "phone", null));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(changed.json().get("mrn")).isEqualTo(before.get("mrn"));
    assertThat(desk.get(path(before)).json()).isEqualTo(changed.json());
    assertThat(found("oneill")).contains(before.get("id").asString());
    assertThat(found("schulte")).doesNotContain(before.get("id").asString());
  }

  @Test
  void anMrnIsCorrectedAndNeverSharedWithAnother() {
    JsonNode one = registered("One", "Numbered", "1971-03-04", "N-1");
    JsonNode other = registered("Other", "Numbered", "1971-03-05", "N-2");

    Answer corrected = put(desk, path(one), with(one, "mrn", "M-77-Ü"));
    assertThat(corrected.json().get("mrn").asString()).isEqualTo("M-77-Ü");
    assertThat(
            put(desk, path(one), with(corrected.json(), "mrn", null)).json().get("mrn").asString())
        .isEqualTo("M-77-Ü");

    Answer taken = put(desk, path(other), with(other, "mrn", "M-77-Ü"));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("mrn-taken");
    assertThat(taken.json().at("/violations/0/patientId").asString())
        .isEqualTo(one.get("id").asString());
  }

  @Test
  void whoComesSecondGetsThePresentState() {
    JsonNode read = registered("Two", "Desks", "1971-03-04", "D-1");
    put(desk, path(read), with(read, "email", "first@example.org"));

    Answer second = put(desk, path(read), with(read, "email", "second@example.org"));
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.json().at("/current/email").asString()).isEqualTo("first@example.org");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    JsonNode read = registered("Much", "Wrong", "1971-03-04", "W-1");

    Answer refused =
        put(
            desk,
            path(read),
            with(
                with(with(read, "birthDate", "2999-01-01"), "phone", "x"),
                "mergedInto",
                read.get("id").asString()));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(fields(refused)).containsExactlyInAnyOrder("mergedInto", "birthDate", "phone");
    Answer nobody =
        put(desk, path(read), with(read, "primaryDoctorId", UUID.randomUUID().toString()));
    assertThat(nobody.status()).isEqualTo(404);
  }

  @Test
  void aPatientChangesHowToBeReachedInTheOwnRecordAndNothingElse() {
    JsonNode read = registered("Pat", "Portal", "1971-03-04", "P-1");
    JsonNode other = registered("Not", "Pats", "1971-03-04", "P-2");
    TestAccounts.patient(
        jdbc, "records-patient", PatientId.parse(read.get("id").asString()).value());
    Api pat = desk.as("records-patient");

    Answer reached =
        put(
            pat,
            path(read),
            with(
                with(read, "phone", "030 7654321"),
                "preferences",
                Map.of("channel", "SMS", "optOuts", List.of("EMAIL"))));
    assertThat(reached.status()).as(reached.text()).isEqualTo(200);
    assertThat(put(pat, path(read), with(reached.json(), "familyName", "Else")).status())
        .isEqualTo(403);
    assertThat(put(pat, path(read), with(reached.json(), "active", false)).status()).isEqualTo(403);
    assertThat(put(pat, path(other), with(other, "phone", "030 7654321")).status()).isEqualTo(403);
    assertThat(desk.get(path(read)).json()).isEqualTo(reached.json());
  }

  @Test
  void whoIsOutOfServiceIsFoundNoMoreAndNotBooked() {
    JsonNode read = registered("Gone", "Away", "1971-03-04", "G-1");

    assertThat(put(desk, path(read), with(read, "active", false)).status()).isEqualTo(200);
    assertThat(found("away")).isEmpty();
    assertThat(desk.get(path(read)).json().get("active").asBoolean()).isFalse();
  }

  @Test
  void theSamePersonIsLikelyFoundByNameAndBirthDateOrByTheInsurersNumber() {
    JsonNode maria = registered("Anna María", "Núñez-Vega", "1990-02-01", "AB 12-34");
    registered("Anna", "Núñez", "1990-02-02", "ZZ-1");
    registered("Ben", "Zimmer", "1990-02-01", "ZZ-2");
    String id = maria.get("id").asString();

    assertThat(likely("anna", "nunez", "1990-02-01", null))
        .containsExactly(id + " [\"name-and-birth-date\"]");
    assertThat(likely("Vega", "Ana Maria", "1990-02-01", null)).isEmpty();
    assertThat(likely("Nunezvega", "Anna", "1990-02-01", null))
        .containsExactly(id + " [\"name-and-birth-date\"]");
    assertThat(likely("Somebody", "Else", "1950-01-01", "ab1234"))
        .containsExactly(id + " [\"member-id\"]");
    assertThat(likely("Anna", "Vega", "1990-02-01", "AB12 34"))
        .containsExactly(id + " [\"name-and-birth-date\",\"member-id\"]");
    assertThat(likely("Anna", "Vega", "1990-02-03", "--")).isEmpty();
  }

  @Test
  void aWarningHindersNobody() {
    registered("Twin", "Alike", "2001-01-01", "T-1");
    assertThat(likely("Twin", "Alike", "2001-01-01", null)).hasSize(1);
    registered("Twin", "Alike", "2001-01-01", "T-2");
    assertThat(likely("Twin", "Alike", "2001-01-01", null)).hasSize(2);
  }

  private List<String> likely(String given, String family, String born, @Nullable String member) {
    String insurance =
        member == null ? "" : ",\"insurance\":{\"plan\":\"any\",\"memberId\":\"" + member + "\"}";
    Answer answer =
        desk.post(
            "/patients/duplicates",
            "{\"givenName\":\"%s\",\"familyName\":\"%s\",\"birthDate\":\"%s\"%s}"
                .formatted(given, family, born, insurance));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .json()
        .get("items")
        .valueStream()
        .map(each -> each.at("/patient/id").asString() + " " + each.get("because"))
        .toList();
  }

  private List<String> found(String query) {
    return desk.get("/patients?query=" + query)
        .json()
        .get("items")
        .valueStream()
        .map(patient -> patient.get("id").asString())
        .toList();
  }

  private static List<String> fields(Answer answer) {
    return answer
        .json()
        .get("violations")
        .valueStream()
        .map(v -> v.get("field").asString())
        .toList();
  }
}
