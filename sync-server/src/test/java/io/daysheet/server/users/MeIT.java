package io.daysheet.server.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.daysheet.identity.AccountId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.identity.Passwords;
import io.daysheet.server.identity.SignIn;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SecondFactorNeeded;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class MeIT {

  private static final String PASSWORD = "blaues Fahrrad im Regen";
  private static final String OTHER = "grüner Koffer am Gleis";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Passwords passwords;
  @Autowired SignIn signIn;
  @Autowired Clock clock;

  private Api api;
  private String login;
  private AccountId id;

  @BeforeEach
  void somebody() {
    login = "me-" + UUID.randomUUID();
    id = new AccountId(TestAccounts.account(jdbc, login, "Renate Empfang", "RECEPTIONIST"));
    passwords.giveLasting(id, PASSWORD);
    api = Api.on(port).as(login);
  }

  @Test
  void theMenusFollowTheRights() {
    Answer me = api.get("/me");
    assertThat(me.json().get("name").asString()).isEqualTo("Renate Empfang");
    assertThat(me.json().at("/rights/BOOK").asString()).isEqualTo("OWN_HOSPITALS");
    assertThat(me.json().get("rights").has("MANAGE_USERS")).isFalse();
    assertThat(me.json().get("password").asBoolean()).isTrue();
    assertThat(me.json().get("secondFactor").asBoolean()).isFalse();
    assertThat(me.json().get("pin").asBoolean()).isFalse();
    assertThat(me.json().get("lockAfter").asString()).isEqualTo("PT15M");
  }

  @Test
  void thePasswordIsChangedByWhoKnowsIt() {
    Answer wrong = change("nonsense", OTHER);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.violations()).containsExactly("wrong-secret");
    assertThat(change(PASSWORD, "renate").violations())
        .containsExactly("password-too-short", "password-names-account", "password-too-common");
    assertThat(change(PASSWORD, PASSWORD).violations()).containsExactly("password-unchanged");

    assertThat(change(PASSWORD, OTHER).status()).isEqualTo(204);
    assertThat(signIn.password(login, PASSWORD, "10.3.4.5", null)).isInstanceOf(Refused.class);
    assertThat(signIn.password(login, OTHER, "10.3.4.5", null)).isInstanceOf(SignedIn.class);
    assertThat(api.get("/me").status()).as("this sign-in goes on").isEqualTo(200);
  }

  @Test
  void whoGuessesThePasswordOfAnOpenDeskHasToWait() {
    for (int i = 0; i < 4; i++) {
      assertThat(change("nonsense" + i, OTHER).status()).isEqualTo(422);
    }
    Answer locked = change(PASSWORD, OTHER);
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.code()).isEqualTo("too-many-tries");
    assertThat(locked.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void aPinUnlocksAndAfterFiveWrongOnesTheSignInIsOver() {
    assertThat(pin("481516", "nonsense").violations()).containsExactly("wrong-secret");
    assertThat(api.send("PUT", "/me/pin", "{\"pin\":\"481516\"}").violations())
        .containsExactly("missing-field");
    assertThat(pin("123456", PASSWORD).violations()).containsExactly("pin-too-simple");
    assertThat(unlock("481516").code()).as("none yet").isEqualTo("full-sign-in-needed");
    assertThat(pin("481516", PASSWORD).status()).isEqualTo(204);
    assertThat(api.get("/me").json().get("pin").asBoolean()).isTrue();

    assertThat(unlock("481516").status()).isEqualTo(204);
    for (int left = 4; left > 0; left--) {
      Answer wrong = unlock("907356");
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.json().at("/violations/0/triesLeft").asInt()).isEqualTo(left);
    }
    assertThat(unlock("907356").code()).isEqualTo("full-sign-in-needed");
  }

  @Test
  void aSecondFactorIsBegunConfirmedUsedAndRemoved() throws InvalidKeyException {
    assertThat(api.send("PUT", "/me/second-factor", "{\"password\":\"x\"}").violations())
        .containsExactly("wrong-secret");
    Answer begun =
        api.send("PUT", "/me/second-factor", "{\"password\":\"%s\"}".formatted(PASSWORD));
    String key = begun.json().get("key").asString();
    assertThat(begun.json().get("uri").asString()).startsWith("otpauth://totp/Daysheet:me-");

    assertThat(api.post("/me/second-factor", "{\"code\":\"000000\"}").violations())
        .containsExactly("wrong-secret");
    Answer confirmed = api.post("/me/second-factor", "{\"code\":\"%s\"}".formatted(code(key)));
    assertThat(confirmed.json().get("codes")).hasSize(10);
    assertThat(api.get("/me").json().get("secondFactor").asBoolean()).isTrue();
    assertThat(signIn.password(login, PASSWORD, "10.3.4.5", null))
        .isInstanceOf(SecondFactorNeeded.class);
    assertThat(
            api.send("PUT", "/me/second-factor", "{\"password\":\"%s\"}".formatted(PASSWORD))
                .code())
        .isEqualTo("second-factor-active");

    String recovery = confirmed.json().at("/codes/0").asString();
    assertThat(renew(PASSWORD, "000000").violations()).containsExactly("wrong-secret");
    assertThat(renew("nonsense", recovery).violations()).containsExactly("wrong-secret");
    assertThat(codesLeft()).isEqualTo(10);
    Answer renewed = renew(PASSWORD, recovery);
    assertThat(renewed.json().get("codes")).hasSize(10);
    assertThat(renew(PASSWORD, recovery).violations())
        .as("one of those before")
        .containsExactly("wrong-secret");
    assertThat(signIn.password(login, PASSWORD, "10.3.4.5", null))
        .isInstanceOf(SecondFactorNeeded.class);

    String remove = "{\"password\":\"%s\",\"code\":\"%s\"}";
    assertThat(
            api.post("/me/second-factor/remove", remove.formatted(PASSWORD, "000000")).violations())
        .containsExactly("wrong-secret");
    recovery = renewed.json().at("/codes/0").asString();
    assertThat(api.post("/me/second-factor/remove", remove.formatted(PASSWORD, recovery)).status())
        .isEqualTo(204);
    assertThat(api.get("/me").json().get("secondFactor").asBoolean()).isFalse();
    assertThat(codesLeft()).isZero();
    assertThat(renew(PASSWORD, recovery).violations())
        .as("there is none to have codes for")
        .containsExactly("wrong-secret");
  }

  private int codesLeft() {
    return api.get("/me").json().get("recoveryCodes").asInt();
  }

  private Answer renew(String password, String code) {
    return api.post(
        "/me/recovery-codes", "{\"password\":\"%s\",\"code\":\"%s\"}".formatted(password, code));
  }

  @Test
  void whatIsChangedOfTheOwnAccountIsInTheAudit() {
    pin("481516", PASSWORD);
    unlock("481516");
    api.send("DELETE", "/me/pin", null);
    change(PASSWORD, OTHER);
    assertThat(
            jdbc.sql(
                    """
                    select action || ' ' || outcome from audit_entry
                    where account_id = ? and action not like 'token-%' order by era, xid, id
                    """)
                .param(id.value())
                .query(String.class)
                .list())
        .containsExactly(
            "pin-changed done", "desk-unlocked done", "pin-changed done", "password-changed done");
  }

  private String code(String key) throws InvalidKeyException {
    var generator = new TimeBasedOneTimePasswordGenerator();
    return generator.generateOneTimePasswordString(
        new SecretKeySpec(new Base32().decode(key), generator.getAlgorithm()), clock.instant());
  }

  private Answer change(String current, String password) {
    return api.post(
        "/me/password",
        "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, password));
  }

  private Answer pin(String pin, String password) {
    return api.send(
        "PUT", "/me/pin", "{\"pin\":\"%s\",\"password\":\"%s\"}".formatted(pin, password));
  }

  private Answer unlock(String pin) {
    return api.post("/me/unlock", "{\"pin\":\"%s\"}".formatted(pin));
  }
}
