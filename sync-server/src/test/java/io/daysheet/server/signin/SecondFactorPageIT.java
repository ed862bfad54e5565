package io.daysheet.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.identity.Passwords;
import io.daysheet.server.identity.SecondFactors;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People with a second factor sign in at a desk: the password alone leads nowhere.
@ServerTest
@Import(SettableClock.Configuration.class)
class SecondFactorPageIT {

  private static final String PASSWORD = "seven quiet lamps on a hill";
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Passwords passwords;
  @Autowired SecondFactors secondFactors;
  @Autowired Accounts accounts;
  @Autowired SettableClock clock;

  private String login;
  private AccountId id;
  private DeskClient desk;
  private byte[] key;
  private List<String> recovery;

  @BeforeEach
  void somebodyWithAnAuthenticator() {
    // the clock of another test may have been ahead
    jdbc.sql("delete from sign_in_tally").update();
    login = "factor-" + UUID.randomUUID();
    id = new AccountId(TestAccounts.account(jdbc, login, "Fritz", "SCHEDULER"));
    passwords.giveLasting(id, PASSWORD);
    Account account = accounts.find(id).orElseThrow();
    key = new Base32().decode(secondFactors.begin(account).orElseThrow().key());
    recovery = secondFactors.confirm(id, code()).orElseThrow();
    next();
    desk = DeskClient.at(port);
  }

  @AfterEach
  void now() {
    clock.set(SettableClock.TUESDAY);
  }

  @Test
  void theCodeOfTheMomentSignsInOnce() {
    String code = code();
    Browser browser = passwordGiven();
    assertThat(browser.calledDesk()).isEmpty();
    assertThat(browser.text()).contains("Enter your code").doesNotContain("type=\"password\"");

    browser.fill("code", code.substring(0, 3) + " " + code.substring(3));
    assertThat(desk.exchange(browser.told("code")).status()).isEqualTo(200);

    Browser other = passwordGiven().fill("code", code);
    assertThat(other.status()).isEqualTo(401);
    assertThat(other.text()).contains("wrong, or was used already");
    next();
    assertThat(other.fill("code", code()).calledDesk()).isNotEmpty();
  }

  @Test
  void aRecoveryCodeSignsInOnce() {
    String code = recovery.getFirst();
    assertThat(passwordGiven().fill("code", code).calledDesk()).isNotEmpty();
    Browser again = passwordGiven().fill("code", code);
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.fill("code", recovery.getLast()).calledDesk()).isNotEmpty();
  }

  @Test
  void whoGuessesCodesHasToWaitAndIsAskedForNoOther() {
    Browser browser = passwordGiven();
    for (int i = 0; i < 4; i++) {
      assertThat(browser.fill("code", wrong()).status()).isEqualTo(401);
    }
    assertThat(browser.fill("code", code()).status()).as("not even the right one").isEqualTo(429);
    assertThat(browser.header("Retry-After")).isEqualTo("1");
    clock.set(clock.instant().plusSeconds(2));
    assertThat(browser.fill("code", code()).calledDesk()).isNotEmpty();
  }

  @Test
  void theCodeAloneOrThePasswordAloneLeadsNowhere() {
    Browser noPassword = Browser.open(port, desk.authorize());
    noPassword.fillInstead("/login/code", "code", code());
    assertThat(noPassword.calledDesk()).isEmpty();
    assertThat(noPassword.text()).contains("type=\"password\"");

    Browser noCode = passwordGiven();
    String own = PASSWORD + "!";
    noCode.fillInstead("/login/new-password", "password", own, "again", own);
    assertThat(noCode.calledDesk()).isEmpty();
    assertThat(noCode.text()).as("where they were").contains("Enter your code");
    assertThat(noCode.open(desk.authorize()).calledDesk()).isEmpty();
    assertThat(noCode.text()).as("whoever comes next").contains("type=\"password\"");
  }

  @Test
  void whoSeesSomebodyElsesStepSignsInAsThemselves() {
    Browser browser = passwordGiven();
    assertThat(browser.text()).contains("Enter your code");
    browser.fillInstead("/login/again");
    assertThat(browser.text()).contains("type=\"password\"");
    browser.fill("login", login, "password", PASSWORD).fill("code", code());
    assertThat(browser.calledDesk()).isNotEmpty();
  }

  @Test
  void aGivenPasswordIsReplacedAfterTheCode() {
    String given = passwords.giveOneTime(id, () -> {}).password();
    Browser browser = Browser.open(port, desk.authorize());
    browser.fill("login", login, "password", given);
    assertThat(browser.text()).contains("Enter your code");
    browser.fill("code", code());
    assertThat(browser.calledDesk()).isEmpty();
    assertThat(browser.text()).contains("Choose a password of your own");
    browser.fill("password", PASSWORD + "!", "again", PASSWORD + "!");
    assertThat(desk.exchange(browser.told("code")).status()).isEqualTo(200);
  }

  private Browser passwordGiven() {
    return Browser.open(port, desk.authorize()).fill("login", login, "password", PASSWORD);
  }

  private void next() {
    clock.set(clock.instant().plus(Duration.ofSeconds(30)));
  }

  private String code() {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(key, CODES.getAlgorithm()), clock.instant());
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Five minutes from now it may be right.
  private String wrong() {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(key, CODES.getAlgorithm()), clock.instant().plusSeconds(300));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
