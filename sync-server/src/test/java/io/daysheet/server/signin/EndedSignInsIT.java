package io.daysheet.server.signin;

import static io.daysheet.server.signin.DeskClient.access;
import static io.daysheet.server.signin.DeskClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.identity.Passwords;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody is signed in at two desks, and what that began with does not hold any more.
@ServerTest
class EndedSignInsIT {

  private static final String PASSWORD = "seven quiet lamps on a hill";
  private static final String PIN = "481516";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Passwords passwords;

  private Api admin;
  private DeskClient desk;
  private String login;
  private AccountId id;
  private Answer one;
  private Answer two;

  @BeforeEach
  void atTwoDesks() {
    TestAccounts.account(jdbc, "ending-admin", "Ada", "ADMIN");
    admin = Api.on(port).as("ending-admin");
    login = "ended-" + UUID.randomUUID();
    id = new AccountId(TestAccounts.account(jdbc, login, "Edda", "SCHEDULER"));
    passwords.giveLasting(id, PASSWORD);
    desk = DeskClient.at(port);
    one = signIn();
    two = signIn();
  }

  private Answer signIn() {
    Browser browser = Browser.open(port, desk.authorize());
    return desk.exchange(browser.fill("login", login, "password", PASSWORD).told("code"));
  }

  @Test
  void aPasswordThatIsResetEndsBoth() {
    assertThat(admin.post("/users/" + id + "/reset-password", "").status()).isEqualTo(200);
    assertIsOver(one);
    assertIsOver(two);
  }

  @Test
  void aSecondFactorThatIsRemovedEndsBoth() {
    admin.send("DELETE", "/users/" + id + "/second-factor", null);
    assertIsOver(one);
    assertIsOver(two);
  }

  @Test
  void whoChangesTheOwnPasswordGoesOnAndTheOtherDeskDoesNot() {
    Answer changed =
        as(
            one,
            "POST",
            "/me/password",
            "{\"currentPassword\":\"%s\",\"newPassword\":\"%s!\"}".formatted(PASSWORD, PASSWORD));
    assertThat(changed.status()).as(changed.text()).isEqualTo(204);
    assertThat(desk.hospitals(access(one))).isEqualTo(200);
    assertIsOver(two);
  }

  @Test
  void fiveWrongPinsEndTheDeskWhereTheyWereTyped() {
    Answer set =
        as(one, "PUT", "/me/pin", "{\"pin\":\"%s\",\"password\":\"%s\"}".formatted(PIN, PASSWORD));
    assertThat(set.status()).as(set.text()).isEqualTo(204);
    for (int i = 0; i < 5; i++) {
      assertThat(desk.hospitals(access(one))).isEqualTo(200);
      as(one, "POST", "/me/unlock", "{\"pin\":\"907356\"}");
    }
    assertIsOver(one);
    assertThat(as(two, "POST", "/me/unlock", "{\"pin\":\"%s\"}".formatted(PIN)).status())
        .isEqualTo(204);
    assertThat(desk.hospitals(access(two))).isEqualTo(200);
  }

  @Test
  void whoIsPutOutOfServiceIsOutAtBoth() {
    Answer changed =
        admin.send(
            "PUT",
            "/users/" + id,
            """
            {"name":"Edda","roles":["SCHEDULER"],"hospitals":[],"everyHospital":true,"active":false}
            """,
            "If-Match",
            "\"1\"");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertIsOver(one);
    assertIsOver(two);
  }

  private void assertIsOver(Answer tokens) {
    assertThat(desk.hospitals(access(tokens))).isEqualTo(401);
    assertThat(desk.refresh(refresh(tokens)).status()).isEqualTo(400);
  }

  private Answer as(Answer tokens, String method, String path, String body) {
    return desk.api().send(method, path, body, "Authorization", "Bearer " + access(tokens));
  }
}
