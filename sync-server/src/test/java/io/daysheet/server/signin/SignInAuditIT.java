package io.daysheet.server.signin;

import static io.daysheet.server.signin.DeskClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.identity.Passwords;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a sign-in leaves in the audit, before anything is answered.
@ServerTest
@Import(SettableClock.Configuration.class)
class SignInAuditIT {

  private static final String PASSWORD = "seven quiet lamps on a hill";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Passwords passwords;

  private String login;
  private AccountId id;
  private DeskClient desk;

  @BeforeEach
  void somebody() {
    jdbc.sql("delete from sign_in_tally").update();
    login = "audited-" + UUID.randomUUID();
    id = new AccountId(TestAccounts.account(jdbc, login, "Audita", "SCHEDULER"));
    passwords.giveLasting(id, PASSWORD);
    desk = DeskClient.at(port);
  }

  @Test
  void whoComesGoesAndIsRefusedIsThere() {
    Browser browser = Browser.open(port, desk.authorize());
    browser.fill("login", login, "password", "nonsense");
    Answer tokens = desk.exchange(browser.fill("login", login, "password", PASSWORD).told("code"));
    desk.revoke(refresh(tokens));

    assertThat(entries())
        .containsExactly(
            "sign-in-refused refused wrong-password daysheet-desk 127.0.0.1",
            "signed-in done - daysheet-desk 127.0.0.1",
            "signed-out done - daysheet-desk 127.0.0.1");
  }

  @Test
  void aPasswordOfTheirOwnIsThereAndNothingThatWasTyped() {
    String given = passwords.giveOneTime(id, () -> {}).password();
    Browser browser = Browser.open(port, desk.authorize());
    browser.fill("login", login, "password", given);
    assertThat(entries()).as("not in yet").isEmpty();
    browser.fill("password", PASSWORD + "!", "again", PASSWORD + "!");
    assertThat(entries())
        .containsExactly(
            "password-changed done - daysheet-desk 127.0.0.1",
            "signed-in done - daysheet-desk 127.0.0.1");
    Browser.open(port, desk.authorize()).fill("login", PASSWORD, "password", "x");
    assertThat(
            jdbc.sql("select string_agg(e::text, '') from audit_entry e")
                .query(String.class)
                .single())
        .doesNotContain(PASSWORD)
        .doesNotContain(given);
  }

  @Test
  void aLockedDoorIsToldOfOnceAMinute() {
    Browser browser = Browser.open(port, desk.authorize());
    for (int i = 0; i < 8; i++) {
      browser.fill("login", login, "password", "nonsense");
    }
    assertThat(browser.status()).isEqualTo(429);
    List<String> entries = entries();
    assertThat(entries).hasSize(5);
    assertThat(entries.getLast())
        .isEqualTo("sign-in-locked refused too-many-tries daysheet-desk 127.0.0.1");
  }

  @Test
  void aTokenThatIsShownAgainIsThere() {
    Browser browser = Browser.open(port, desk.authorize());
    Answer first = desk.exchange(browser.fill("login", login, "password", PASSWORD).told("code"));
    desk.refresh(refresh(first));
    desk.refresh(refresh(first));
    assertThat(entries().getLast())
        .isEqualTo("token-refused refused token-shown-again daysheet-desk 127.0.0.1");
  }

  @Test
  void aProgramsTokensAndRefusalsAreThere() {
    Api api = Api.on(port).anonymous();
    token(api, TestAccounts.secret(login));
    token(api, "wrong");
    assertThat(entries())
        .containsExactly(
            "token-issued done - " + login + " 127.0.0.1",
            "token-refused refused invalid_client " + login + " 127.0.0.1");
  }

  private void token(Api api, String secret) {
    api.send(
        "POST",
        "//oauth2/token",
        "grant_type=client_credentials&client_id=" + login + "&client_secret=" + secret,
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private List<String> entries() {
    return jdbc.sql(
            """
            select concat_ws(' ', action, outcome, coalesce(code, '-'), client, address)
            from audit_entry where account_id = ? order by era, xid, id
            """)
        .param(id.value())
        .query(String.class)
        .list();
  }
}
