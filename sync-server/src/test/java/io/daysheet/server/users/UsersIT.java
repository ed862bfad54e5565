package io.daysheet.server.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestTokens;
import io.daysheet.server.identity.SignIn;
import io.daysheet.server.identity.SignInOutcome;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import io.daysheet.server.identity.SignInOutcome.Refused;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class UsersIT {

  private static final String HERE = "10.2.3.4";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired SignIn signIn;

  private Api admin;
  private String login;

  @BeforeEach
  void administrator() {
    TestAccounts.account(jdbc, "users-admin", "Ada", "ADMIN");
    admin = Api.on(port).as("users-admin");
    login = "u" + UUID.randomUUID();
  }

  @Test
  void anAccountIsMadeFoundAndChanged() {
    var hospital = new Clinic(jdbc).hospital("St. Hedwig", "Europe/Berlin");
    Answer made =
        admin.post(
            "/users",
            """
            {"login":"%s","name":"Żaneta Wójcik","roles":["SCHEDULER","RECEPTIONIST"],"hospitals":["%s"]}
            """
                .formatted(" " + login.toUpperCase(Locale.ROOT), hospital));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("login").asString()).isEqualTo(login);
    assertThat(made.json().get("roles").toString()).isEqualTo("[\"RECEPTIONIST\",\"SCHEDULER\"]");
    String path = made.header("Location");

    Answer found = admin.get(path);
    assertThat(found.json()).isEqualTo(made.json());
    assertThat(admin.get("/users?query=wojc%20zan").json().get("items").toString()).contains(login);
    assertThat(admin.get("/users?query=" + login).json().get("items")).hasSize(1);
    String here = "/users?query=" + login + "&role=";
    assertThat(admin.get(here + "SCHEDULER").json().get("items")).hasSize(1);
    assertThat(admin.get(here + "INTEGRATION").json().get("items")).isEmpty();
    assertThat(admin.get(here + "program").status()).isEqualTo(400);

    String change =
        """
        {"name":"Żaneta Lee","roles":["AUDITOR"],"hospitals":[],"everyHospital":false,"active":true}
        """;
    Answer changed = admin.send("PUT", path, change, "If-Match", found.header("ETag"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(changed.json().get("roles").toString()).isEqualTo("[\"AUDITOR\"]");

    Answer stale = admin.send("PUT", path, change, "If-Match", found.header("ETag"));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().at("/current/name").asString()).isEqualTo("Żaneta Lee");
    assertThat(admin.send("PUT", path, change).status()).isEqualTo(428);
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswer() {
    String body = receptionist(login);
    Answer first = admin.post("/users", body, "Idempotency-Key", login);
    Answer again = admin.post("/users", body, "Idempotency-Key", login);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(admin.post("/users", body).code()).isEqualTo("login-taken");
    assertThat(admin.post("/users", body).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"login":"ü","name":"A","roles":[]}                                       | 422 | invalid-value invalid-value
          {"login":"ok","name":"A","roles":["PATIENT","ADMIN"]}                      | 422 | invalid-value missing-field
          {"login":"ok","name":"A","roles":["DOCTOR"]}                               | 422 | missing-field
          {"login":"ok","name":"A","roles":["ADMIN"],"doctorId":"0b5e0002-0000-4000-8000-00000000dead"} | 404 | invalid-value invalid-value
          {"login":"ok","name":"A","roles":["ADMIN"],"hospitals":["0b5e0002-0000-4000-8000-00000000dead"]} | 404 | invalid-value
          {"login":"ok","name":"A","roles":["KING"]}                                 | 400 | invalid-value
          {"login":"ok","name":"A","roles":["ADMIN"],"patient":{"mrn":"1","birthDate":"1951-11-29"}} | 422 | invalid-value
          {"login":"ok","name":"A","roles":["PATIENT"],"patient":{"mrn":" "}}        | 400 | missing-field missing-field
          {"login":"ok"}                                                             | 400 | missing-field missing-field
          {"login":"ok","name":"A","roles":["ADMIN"],"password":"x"}                 | 400 | unknown-field
          """)
  void whatAnAccountCannotBeIsRefusedAllAtOnce(String body, int status, String codes) {
    Answer refused = admin.post("/users", body);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.violations()).containsExactly(codes.split(" "));
  }

  @Test
  void aPatientsAccountDoesNotTellTheName() {
    var patient = new Clinic(jdbc).patient("Quetzalina", "Xylander", "1951-11-29");
    Answer made =
        admin.post(
            "/users",
            """
            {"login":"%s","name":"Quetzalina Xylander","roles":["PATIENT"],"patientId":"%s"}
            """
                .formatted(login, patient));
    assertThat(made.json().get("name").asString()).isEqualTo("Patient portal");
  }

  @Test
  void aPatientsAccountIsMadeByWhoKnowsTheNumberAndTheBirthDateAndSeesNothingElse() {
    var patient = new Clinic(jdbc).patient("Quetzalina", "Xylander", "1951-11-29");
    String mrn = "T-" + patient;
    String body =
        """
        {"login":"%s","name":"-","roles":["PATIENT"],"patient":{"mrn":"%s","birthDate":"%s"}}
        """;
    Answer wrongDate = admin.post("/users", body.formatted(login, mrn, "1951-11-30"));
    Answer wrongNumber = admin.post("/users", body.formatted(login, "no-such", "1951-11-29"));
    assertThat(wrongDate.violations()).containsExactly("invalid-value");
    assertThat(wrongDate.text()).isEqualTo(wrongNumber.text()).doesNotContain("1951");

    Answer made = admin.post("/users", body.formatted(login, " " + mrn, "1951-11-29"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("patientId").asString()).isEqualTo(patient.toString());
    assertThat(made.text()).doesNotContain("Quetzalina", "Xylander", "1951");
    assertThat(
            jdbc.sql("select patients::text from audit_entry where subject_id = ?::uuid")
                .param(made.json().get("id").asString())
                .query(String.class)
                .list())
        .containsExactly("{" + patient + "}");
  }

  @Test
  void thePasswordIsAnsweredOnceAndEndsTheLock() {
    AccountId id = make(login);
    for (int i = 0; i < 4; i++) {
      signIn.password(login, "wrong", HERE, null);
    }
    assertThat(signIn.password(login, "wrong", HERE, null)).isInstanceOf(LockedUntil.class);
    assertThat(admin.get("/users/" + id).json().get("lockedUntil").isNull()).isFalse();

    String password =
        admin.post("/users/" + id + "/reset-password", "").json().get("password").asString();
    assertThat(signIn.password(login, password, HERE, null)).isInstanceOf(NewPasswordNeeded.class);
    String other =
        admin.post("/users/" + id + "/reset-password", "").json().get("password").asString();
    assertThat(signIn.password(login, password, HERE, null)).isInstanceOf(Refused.class);
    assertThat(signIn.password(login, other, HERE, null)).isInstanceOf(NewPasswordNeeded.class);
    assertThat(admin.get("/users/" + id).text()).doesNotContain(other);
  }

  @Test
  void theLockIsLiftedWithoutAnotherPassword() {
    AccountId id = make(login);
    for (int i = 0; i < 4; i++) {
      signIn.password(login, "wrong", HERE, null);
    }
    assertThat(admin.post("/users/" + id + "/unlock", "").status()).isEqualTo(204);
    SignInOutcome next = signIn.password(login, "wrong", HERE, null);
    assertThat(next).isInstanceOf(Refused.class);
  }

  @Test
  void nobodyDoesToTheOwnAccountWhatGivesPower() {
    UUID own = TestAccounts.id("users-admin");
    String path = "/users/" + own;
    String tag = admin.get(path).header("ETag");
    Answer refused =
        admin.send(
            "PUT",
            path,
            """
            {"name":"Ada","roles":["ADMIN","AUDITOR"],"hospitals":[],"everyHospital":false,"active":false}
            """,
            "If-Match",
            tag);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.violations()).containsExactly("own-account", "own-account", "own-account");
    assertThat(refused.json().at("/violations/0/field").asString()).isEqualTo("roles");
    assertThat(admin.post(path + "/reset-password", "").code()).isEqualTo("own-account");
    assertThat(admin.post(path + "/unlock", "").code()).isEqualTo("own-account");
    assertThat(admin.send("DELETE", path + "/second-factor", null).code()).isEqualTo("own-account");

    Answer renamed =
        admin.send(
            "PUT",
            path,
            """
            {"name":"Ada Lovelace","roles":["ADMIN"],"hospitals":[],"everyHospital":true,"active":true}
            """,
            "If-Match",
            tag);
    assertThat(renamed.json().get("name").asString()).isEqualTo("Ada Lovelace");
  }

  @Test
  void aProgramHasNoPasswordAndBecomesNoPerson() {
    Answer made =
        admin.post(
            "/users",
            "{\"login\":\"%s\",\"name\":\"Lab\",\"roles\":[\"INTEGRATION\"]}".formatted(login));
    Answer refused = admin.post(made.header("Location") + "/reset-password", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/violations/0/expected").asString()).isEqualTo("PERSON");

    String change =
        """
        {"name":"Lab","roles":["SCHEDULER"],"hospitals":[],"everyHospital":true,"active":true}
        """;
    Answer asPerson = admin.send("PUT", made.header("Location"), change, "If-Match", "\"1\"");
    assertThat(asPerson.status()).isEqualTo(422);
    assertThat(asPerson.json().at("/violations/0/field").asString()).isEqualTo("roles");
  }

  @Test
  void whoIsPutOutOfServiceIsOutAtOnce() {
    UUID id = TestAccounts.account(jdbc, "leaver-" + login, "Leaver", "RECEPTIONIST");
    Api root = Api.on(port).anonymous();
    String bearer = TestTokens.of("leaver-" + login, root.root()).bearer();
    String[] token = {"Authorization", bearer};
    assertThat(root.send("GET", "/hospitals", null, token).status()).isEqualTo(200);
    assertThat(
            admin
                .send(
                    "PUT",
                    "/users/" + id,
                    """
                    {"name":"Leaver","roles":["RECEPTIONIST"],"hospitals":[],"everyHospital":true,"active":false}
                    """,
                    "If-Match",
                    "\"1\"")
                .status())
        .isEqualTo(200);
    assertThat(root.send("GET", "/hospitals", null, token).status()).isEqualTo(401);
  }

  @Test
  void eachChangeIsInTheAuditWithTheOneWhoDidIt() {
    AccountId id = make(login);
    admin.send(
        "PUT",
        "/users/" + id,
        """
        {"name":"Renate","roles":["AUDITOR"],"hospitals":[],"everyHospital":false,"active":true}
        """,
        "If-Match",
        "\"1\"");
    admin.post("/users/" + id + "/reset-password", "");
    admin.post("/users/" + id + "/unlock", "");
    admin.send("DELETE", "/users/" + id + "/second-factor", null);
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' ', action, outcome, client)
                    from audit_entry where subject_id = ? order by era, xid, id
                    """)
                .param(id.value())
                .query(String.class)
                .list())
        .containsExactly(
            "account-created done users-admin",
            "account-changed done users-admin",
            "password-reset done users-admin",
            "account-unlocked done users-admin",
            "second-factor-changed done users-admin");
  }

  private AccountId make(String login) {
    return AccountId.parse(admin.post("/users", receptionist(login)).json().get("id").asString());
  }

  private static String receptionist(String login) {
    return "{\"login\":\"%s\",\"name\":\"Renate\",\"roles\":[\"RECEPTIONIST\"]}".formatted(login);
  }
}
